Feature: Assumptions
  Where the mandate is silent a reader may assume something, on the reader's own account. Every answer that rests on an
  assumption says so; the mandate itself stays as it is.

  @Se2
  Rule: With an assumed deadline minutes can be late

    @verdict-upcoming @verdict-overdue
    Scenario Outline: Within fourteen days of the meeting, we assume
      Given it is 2021-12-31
      And the mandate for 2021 is adopted on 2021-01-13, assuming that minutes are sent in within fourteen days
      And the network met on 2021-02-12
      Then on <day> the sending in of the minutes of 2021-02-12 is <verdict>
      And it is due 2021-02-26
      And it rests on the assumption "minutes-within-14-days"

      Examples: 12 February and 14 days are 26 February
        | day        | verdict  |
        | 2021-02-12 | upcoming |
        | 2021-02-26 | upcoming |
        | 2021-02-27 | overdue  |

    @verdict-upcoming
    Scenario Outline: Across the end of a year, and across a leap day
      Given it is 2024-12-31
      And the mandate for 2021 is adopted on 2021-01-13, assuming that minutes are sent in within fourteen days
      And the network met on <held>
      Then on <due> the sending in of the minutes of <held> is upcoming
      And it is due <due>
      And on <after> the sending in of the minutes of <held> is overdue by 1 day

      Examples:
        | held       | due        | after      |
        | 2021-12-18 | 2022-01-01 | 2022-01-02 |
        | 2023-02-15 | 2023-03-01 | 2023-03-02 |
        | 2024-02-15 | 2024-02-29 | 2024-03-01 |
        | 2024-02-16 | 2024-03-01 | 2024-03-02 |

    @Q3 @verdict-overdue
    Scenario: The explanation says on what it rests
      Given it is 2021-12-31
      And the mandate for 2021 is adopted on 2021-01-13, assuming that minutes are sent in within fourteen days
      And the network met on 2021-02-12
      When the verdict on the sending in of the minutes of 2021-02-12 on 2021-02-27 is explained
      Then the verdict is overdue
      And the due date is derived as follows
        | Assumed (minutes-within-14-days): The minutes are sent in within fourteen days of the meeting. |
        | 14 calendar days after 2021-02-12 is 2021-02-26.                                               |

    @verdict-outstanding
    Scenario: Without the assumption there is no deadline
      Given it is 2021-12-31
      And the mandate for 2021 is adopted on 2021-01-13
      And the network met on 2021-02-12
      Then on 2021-02-27 the sending in of the minutes of 2021-02-12 is outstanding
      And it has no deadline
      And it rests on no assumption

    @Se1
    Scenario: It touches no other clause
      Given it is 2021-12-31
      And the mandate for 2021 is adopted on 2021-01-13, assuming that minutes are sent in within fourteen days
      And the network met on 2021-02-12
      Then on 2021-02-27 the taking of the minutes of 2021-02-12 is outstanding
      And it rests on no assumption
