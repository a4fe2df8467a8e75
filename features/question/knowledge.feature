Feature: Questions about what was known, and when
  What an auditor asks: what did you know then, why is the answer another one today, and who told it so late?

  Background:
    Given it is 2021-01-13
    And the mandate for 2021 is adopted on 2021-01-13

  @Q2 @U1
  Rule: What was known on a day, and why is today's answer different?

    Scenario: A report became known a week after its day
      Given it is 2021-06-07
      And the partial report on "language support" is submitted on 2021-05-31
      When the answers for 2021-06-05 as known on 2021-06-06 and on 2021-06-07 are compared
      Then the answer is
        | what is owed                             | before  | after     |
        | the partial report on "language support" | overdue | fulfilled |

    Scenario: A correction changed the verdict
      Given it is 2021-06-07
      And the partial report on "language support" is submitted on 2021-05-31
      And it is 2021-09-06
      And the delivery of the partial report on "language support" is corrected to 2021-06-04 because "diariet"
      When the answers for 2021-06-30 as known on 2021-09-05 and on 2021-09-06 are compared
      Then the answer is
        | what is owed                             | before    | after          |
        | the partial report on "language support" | fulfilled | fulfilled late |

    Scenario: What was recorded about other days changes nothing
      Given it is 2021-06-07
      And the partial report on "language support" is submitted on 2021-06-04
      When the answers for 2021-06-03 as known on 2021-06-06 and on 2021-06-07 are compared
      Then the answer is that there is none

    Scenario: An obligation that was not known of
      Given it is 2021-02-01
      And a network meeting is planned for 2021-02-12
      And it is 2021-02-15
      And the meeting of 2021-02-12 is held
      When the answers for 2021-02-12 as known on 2021-02-12 and on 2021-02-15 are compared
      Then the answer is
        | what is owed                                | before   | after        |
        | the leading of the meeting of 2021-02-12    | upcoming | undetermined |
        | the taking of the minutes of 2021-02-12     | upcoming | outstanding  |
        | the sending in of the minutes of 2021-02-12 | upcoming | outstanding  |

    @Q1
    Scenario: What was overdue on a day, as it was known that day
      Given it is 2021-06-07
      And the partial report on "language support" is submitted on 2021-05-31
      When it is asked on 2021-06-01, as known on 2021-06-01, what is overdue
      Then the answer is
        | what is owed                             | days overdue |
        | the partial report on "language support" | 1            |
        | the partial report on "learning centres" | 1            |

  @Q3 @U1
  Rule: Why this verdict?

    @verdict-fulfilled-late
    Scenario: A late report after an extension
      Given it is 2021-10-05
      And on 2021-05-20 the principal extends the partial report on "learning centres" to 2021-09 because "statistik saknas"
      And the partial report on "learning centres" is submitted on 2021-10-05
      When the verdict on the partial report on "learning centres" on 2021-10-05 is explained
      Then the verdict is fulfilled late
      And the clause is "U2", of the mandate "2021"
      And the due date is derived as follows
        | The assignment asks for it 2021-05.                                                 |
        | Extended to 2021-09 on 2021-05-20, decided by Skolchefsnätverket: statistik saknas. |
        | 2021-09 lasts through 2021-09-30.                                                   |
      And the evidence is
        | what happened    | on         |
        | report submitted | 2021-10-05 |
      And over time it was
        | since      | verdict        |
        | 2021-01-13 | upcoming       |
        | 2021-05-20 | upcoming       |
        | 2021-10-01 | overdue        |
        | 2021-10-05 | fulfilled late |
      And the mandate does not say "date, form, recipient, acceptance"

    @Se2 @verdict-outstanding
    Scenario: Minutes for which the mandate gives no deadline
      Given it is 2021-01-20
      And "Skövde" is to host a network meeting on 2021-02-12
      And it is 2021-06-15
      And the meeting of 2021-02-12 is held
      When the verdict on the sending in of the minutes of 2021-02-12 on 2021-06-15 is explained
      Then the verdict is outstanding
      And the due date is derived as follows
        | The mandate gives no deadline. |
      And there is no evidence
      And over time it was
        | since      | verdict     |
        | 2021-01-20 | upcoming    |
        | 2021-02-12 | outstanding |
      And the mandate does not say "deadline, receipt"

    Scenario: Nothing is explained that is not owed yet
      When the verdict on the work plan for 2021 on 2020-12-31 is explained
      Then it is refused as "NotYetOwed"

  @Q13 @U1
  Rule: Which facts were recorded long after they happened?

    Scenario Outline: Thirty days and one more
      Given it is <recorded>
      And the partial report on "language support" is submitted on 2021-05-31
      When it is asked on <recorded> what was recorded more than 30 days late
      Then the answer is that there is none

      Examples: 31 May and 30 days are 30 June
        | recorded   |
        | 2021-05-31 |
        | 2021-06-30 |

    Scenario: On the thirty-first day it is late
      Given it is 2021-07-01
      And the partial report on "language support" is submitted on 2021-05-31
      When it is asked on 2021-07-01 what was recorded more than 30 days late
      Then the answer is
        | what happened    | effective on | days |
        | report submitted | 2021-05-31   | 31   |

  @Q14 @U1
  Rule: What was corrected, and which verdicts did that change?

    Scenario: The day of a report
      Given it is 2021-06-07
      And the partial report on "language support" is submitted on 2021-05-31
      And it is 2021-09-06
      And the delivery of the partial report on "language support" is corrected to 2021-06-04 because "diariet"
      When it is asked on 2021-09-06 what was corrected
      Then the answer is
        | what happened    | retracted | changes                               | reason  | verdicts                                                             |
        | report submitted | no        | effective on: 2021-05-31 → 2021-06-04 | diariet | the partial report on "language support": fulfilled → fulfilled late |

    Scenario: Before the correction was made there was none
      Given it is 2021-06-07
      And the partial report on "language support" is submitted on 2021-05-31
      And it is 2021-09-06
      And the delivery of the partial report on "language support" is corrected to 2021-06-04 because "diariet"
      When it is asked on 2021-09-06, as known on 2021-09-05, what was corrected
      Then the answer is that there is none

  @Q30 @Se2
  Rule: What was recorded of a year after it was closed?

    Scenario: Minutes that were found after the closing
      Given it is 2021-05-10
      And the network met on 2021-05-07
      And it is 2022-01-20
      And the year 2021 is closed on 2022-01-20
      And it is 2022-02-02
      And the minutes of 2021-05-07 are sent in on 2021-05-12
      And the work plan for 2022 is adopted on 2022-02-01
      When it is asked on 2022-02-02 what was recorded of a year after it was closed
      Then the answer is
        | year | what happened     | effective on |
        | 2021 | minutes submitted | 2021-05-12   |

    Scenario: What was recorded before the closing is not in it
      Given it is 2022-01-20
      And the network met on 2021-05-07
      And the year 2021 is closed on 2022-01-20
      When it is asked on 2022-01-20 what was recorded of a year after it was closed
      Then the answer is that there is none
