Feature: Questions about reports and deadlines
  What a secretary asks on a Monday morning: what is late, what is next, what has been moved, and by whom.

  Background:
    Given it is 2022-06-30
    And the mandate for 2021 is adopted on 2021-01-13

  @Q1 @U1 @U2 @U3
  Rule: Which reports are overdue, whose, and by how long?

    @verdict-overdue
    Scenario: On the last day of May nothing is overdue
      When it is asked on 2021-05-31 what is overdue
      Then the answer is that there is none

    @verdict-overdue
    Scenario: On the first of June two partial reports are
      When it is asked on 2021-06-01 what is overdue
      Then the answer is
        | what is owed                             | holder          | due     | days overdue |
        | the partial report on "language support" | Adult education | 2021-05 | 1            |
        | the partial report on "learning centres" | Adult education | 2021-05 | 1            |

    Scenario: What came, what was extended and what was waived is not overdue
      Given the partial report on "language support" is submitted on 2021-06-04
      And on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      And on 2021-06-10 the principal waives the partial report on "KomX"
      When it is asked on 2021-07-15 what is overdue
      Then the answer is that there is none

    Scenario: The day before it came, the late report is in the answer
      Given the partial report on "language support" is submitted on 2021-06-04
      And the partial report on "learning centres" is submitted on 2021-05-28
      When it is asked on 2021-06-03 what is overdue
      Then the answer is
        | what is owed                             | days overdue |
        | the partial report on "language support" | 3            |

  @Q7 @U1 @U2 @U3
  Rule: What falls due in the next days, and who holds it?

    Scenario: In the next thirty days, seen from the beginning of May
      When it is asked on 2021-05-01 what falls due in the next 30 days
      Then the answer is
        | what is owed                             | due     | due on     | days | held by     |
        | the partial report on "language support" | 2021-05 | 2021-05-31 | 30   | the network |
        | the partial report on "learning centres" | 2021-05 | 2021-05-31 | 30   | the network |

    Scenario Outline: The last day of the span is in it
      When it is asked on <day> what falls due in the next <days> days
      Then the answer is
        | what is owed                 | days   |
        | the partial report on "KomX" | <days> |

      Examples: Seen from June, up to 30 June
        | day        | days |
        | 2021-06-01 | 29   |
        | 2021-06-30 | 0    |

    Scenario: The day after the span is not
      When it is asked on 2021-06-01 what falls due in the next 28 days
      Then the answer is that there is none

    Scenario: Ninety days ahead, earliest first
      When it is asked on 2021-04-15 what falls due in the next 90 days
      Then the answer is
        | what is owed                             | due on     | days |
        | the partial report on "language support" | 2021-05-31 | 46   |
        | the partial report on "learning centres" | 2021-05-31 | 46   |
        | the partial report on "KomX"             | 2021-06-30 | 76   |

    @M1
    Scenario: At the end of the year the six meetings fall due
      When it is asked on 2021-12-15 what falls due in the next 30 days
      Then the answer is
        | what is owed                   | due on     | days |
        | the number of meetings in 2021 | 2021-12-31 | 16   |

  @Q8 @U1 @U3
  Rule: Which reports were late, and how late?

    @verdict-fulfilled-late
    Scenario: Each late report, with its days
      Given the partial report on "language support" is submitted on 2021-06-04
      And the partial report on "learning centres" is submitted on 2021-05-31
      And the partial report on "KomX" is submitted on 2021-07-01
      When it is asked on 2021-12-31 which reports were late
      Then the answer is
        | what is owed                             | due     | fulfilled on | days late |
        | the partial report on "language support" | 2021-05 | 2021-06-04   | 4         |
        | the partial report on "KomX"             | 2021-06 | 2021-07-01   | 1         |

    Scenario: What has not come yet is not late but overdue
      Given the partial report on "language support" is submitted on 2021-06-04
      When it is asked on 2021-06-03 which reports were late
      Then the answer is that there is none

    @U2
    Scenario: Within an extension it was in time
      Given on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      And the partial report on "learning centres" is submitted on 2021-09-10
      When it is asked on 2021-12-31 which reports were late
      Then the answer is that there is none

    @U2
    Scenario: After an extension, how late it was against the first date, too
      Given on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      And the partial report on "learning centres" is submitted on 2021-10-05
      When it is asked on 2021-12-31 which reports were late
      Then the answer is
        | what is owed                             | due first | due     | days late | days after first |
        | the partial report on "learning centres" | 2021-05   | 2021-09 | 5         | 127              |

  @Q9 @U2
  Rule: What is the whole history of one assignment?

    Scenario: Everything that was recorded, mistakes included
      Given on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      And the partial report on "learning centres" is submitted on 2021-09-10
      And the delivery of the partial report on "learning centres" is corrected to 2021-09-12 because "diariet"
      When it is asked on 2022-06-30 for the history of "learning centres"
      Then the answer is
        | what happened     | effective on | decided by         |
        | assignment issued | 2021-01-13   | Skolchefsnätverket |
        | deadline extended | 2021-05-20   | Skolchefsnätverket |
        | report submitted  | 2021-09-10   | -                  |
        | fact corrected    | 2022-06-30   | -                  |

  @Q12 @U2
  Rule: Which deadlines moved, and who decided?

    Scenario: Each move, with what was due before and after
      Given on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      And on 2021-09-15 the principal extends the partial report on "learning centres" to 2021-10-15 because "sjukdom"
      When it is asked on 2021-12-31 which deadlines moved
      Then the answer is
        | what is owed                             | before  | after      | moved on   | decided by         | reason           |
        | the partial report on "learning centres" | 2021-05 | 2021-09    | 2021-05-20 | Skolchefsnätverket | statistik saknas |
        | the partial report on "learning centres" | 2021-09 | 2021-10-15 | 2021-09-15 | Skolchefsnätverket | sjukdom          |

    Scenario: A move of tomorrow has not moved anything yet
      Given on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      When it is asked on 2021-05-19 which deadlines moved
      Then the answer is that there is none

    @U1
    Scenario: An amended mandate moves a deadline, too
      Given on 2021-05-20 the mandate is amended from 2021-07-01 on, for what is owed already too: "the final report on language support is due in November"
      When it is asked on 2021-12-31 which deadlines moved
      Then the answer is
        | what is owed                           | before  | after   | what happened   |
        | the final report on "language support" | 2021-10 | 2021-11 | mandate amended |

  @Q24 @U1
  Rule: Which partial reports were missed though the final one came?

    Scenario: The partial report never came
      Given the final report on "language support" is submitted on 2021-10-22
      When it is asked on 2021-10-22 which reports were missed though a later one came
      Then the answer is
        | what is owed                             | verdict | later report                           | later on   |
        | the partial report on "language support" | overdue | the final report on "language support" | 2021-10-22 |

    Scenario: The partial report came late
      Given the partial report on "language support" is submitted on 2021-06-04
      And the final report on "language support" is submitted on 2021-10-22
      When it is asked on 2021-12-31 which reports were missed though a later one came
      Then the answer is
        | what is owed                             | verdict        |
        | the partial report on "language support" | fulfilled late |

    Scenario: The partial report came in time
      Given the partial report on "language support" is submitted on 2021-05-31
      And the final report on "language support" is submitted on 2021-10-22
      When it is asked on 2021-12-31 which reports were missed though a later one came
      Then the answer is that there is none

    Scenario: Before the final one came there is nothing to say
      Given the final report on "language support" is submitted on 2021-10-22
      When it is asked on 2021-10-21 which reports were missed though a later one came
      Then the answer is that there is none
