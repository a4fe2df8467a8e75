Feature: What may be weeded
  Whoever clears the shelves asks what need be kept no longer. What has been weeded already is named with its day.

  Background:
    Given a board whose mandate says that minutes are kept for 2 years
    And it is 2025-12-31
    And the board met on 2021-03-17, 2021-05-07
    And the minutes of 2021-03-17 are sent in on 2021-03-20 as the file "first.pdf"
    And the minutes of 2021-05-07 are sent in on 2021-05-10 as the file "second.pdf"

  @Q33
  Rule: The ledger lists what may be weeded on a day

    Scenario: On the last day of the two years nothing may be weeded
      When it is asked on 2023-03-20 what may be weeded
      Then the answer is
        | what is owed |

    Scenario: On the day after, it may
      When it is asked on 2023-03-21 what may be weeded
      Then the answer is
        | what is owed                             | kept until | weeded on |
        | the keeping of the minutes of 2021-03-17 | 2023-03-20 | -         |

    Scenario: The oldest comes first, and what is gone is named as gone
      Given the minutes of 2021-03-17 are weeded on 2023-04-01
      When it is asked on 2023-05-11 what may be weeded
      Then the answer is
        | what is owed                             | kept until | weeded on  |
        | the keeping of the minutes of 2021-03-17 | 2023-03-20 | 2023-04-01 |
        | the keeping of the minutes of 2021-05-07 | 2023-05-10 | -          |
