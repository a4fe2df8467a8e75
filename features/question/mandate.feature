Feature: Questions about the mandate

  Background:
    Given it is 2021-12-31
    And the mandate for 2021 is adopted on 2021-01-13

  @Q11 @B1 @B2 @S1 @O3 @P3
  Rule: Which duties cannot be judged, and why?

    @verdict-undetermined
    Scenario: Those for which the mandate sets no measure
      When it is asked on 2021-12-31 which duties cannot be judged
      Then the answer is
        | what is owed                           | silent on  |
        | the cooperation of the municipalities  | measure    |
        | the municipalities' own work           | everything |
        | the process of the meetings            | everything |
        | the coordination of the working groups | groups     |
        | the work towards the goals             | measure    |

    @M1
    Scenario: And those of which the record or the mandate says too little
      Given it is 2022-01-31
      And the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-11-19
      And the principals met on 2021-10-06
      When it is asked on 2022-01-01 which duties cannot be judged
      Then the answer includes
        | what is owed                             | silent on         |
        | the number of meetings in 2021           | kinds, part years |
        | the leading of the meeting of 2021-02-12 | deputy, term      |

  @Q21 @S1
  Rule: Which goals have no live assignment?

    Scenario: The assignments of 2021 serve all three
      When it is asked on 2021-12-31 which goals have no live assignment
      Then the answer is that there is none

    Scenario: Without the one on language support nobody serves the third
      Given on 2021-09-01 the principal withdraws the assignment on "language support"
      When it is asked on 2021-09-01 which goals have no live assignment
      Then the answer is
        | goal | assignments ended |
        | 3    | language support  |

    Scenario: The day before, somebody did
      Given on 2021-09-01 the principal withdraws the assignment on "language support"
      When it is asked on 2021-08-31 which goals have no live assignment
      Then the answer is that there is none

  @Q22 @Se2
  Rule: Which version of the mandate governed this?

    Scenario Outline: A meeting before and after the amendment
      Given on 2021-05-20 the mandate is amended from 2021-07-01 on: "minutes are due within 14 days"
      And the network met on 2021-06-30, 2021-07-01
      When it is asked on 2021-12-31 which version of the mandate governs the sending in of the minutes of <day>
      Then the answer is
        | version   | starts   | ends   | later   | later applies |
        | <version> | <starts> | <ends> | <newer> | no            |

      Examples:
        | day        | version    | starts     | ends       | newer      |
        | 2021-06-30 | 2021       | 2021-01-01 | 2021-06-30 | 2021-07-01 |
        | 2021-07-01 | 2021-07-01 | 2021-07-01 | -          | -          |

  @Q23 @U0
  Rule: Which assignments lack a deciding meeting?

    Scenario: Those of the mandate itself name none
      When it is asked on 2021-12-31 which assignments lack a deciding meeting
      Then the answer is
        | assignment       | decided by         |
        | language support | Skolchefsnätverket |
        | learning centres | Skolchefsnätverket |
        | KomX             | Skolchefsnätverket |

    Scenario: One that a meeting decided is not in it
      Given the principals met on 2021-08-18
      And on 2021-08-20 the principal gives the assignment "distansstudier", decided at the meeting of 2021-08-18
      When it is asked on 2021-12-31 which assignments lack a deciding meeting
      Then the answer is
        | assignment       |
        | language support |
        | learning centres |
        | KomX             |

  @Q32 @Se2
  Rule: What if minutes were due in fourteen days?

    @verdict-overdue @verdict-fulfilled-late
    Scenario: Each verdict that would be another one
      Given the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-12-20
      And the minutes of 2021-02-12 are sent in on 2021-02-26
      And the minutes of 2021-03-19 are sent in on 2021-04-20
      When it is asked on 2021-12-31 what would be if minutes were due within 14 days
      Then the answer is
        | what is owed                                | verdict     | would be       | due        | days overdue |
        | the sending in of the minutes of 2021-03-19 | fulfilled   | fulfilled late | 2021-04-02 | 18           |
        | the sending in of the minutes of 2021-05-07 | outstanding | overdue        | 2021-05-21 | 224          |
        | the sending in of the minutes of 2021-12-20 | outstanding | upcoming       | 2022-01-03 | -            |

    Scenario: Nothing of it is recorded
      Given the network met on 2021-02-12
      When it is asked on 2021-12-31 what would be if minutes were due within 14 days
      Then on 2021-12-31 the sending in of the minutes of 2021-02-12 is outstanding
      And it rests on no assumption
