Feature: The mandate looks at itself
  A mandate can ask to be reviewed, to be made known, and to be accounted for before it ends.

  Rule: It is reviewed each year

    Background:
      Given a board whose mandate says that the mandate is reviewed each year by its end
      And it is 2022-12-31

    @verdict-fulfilled @verdict-overdue
    Scenario: A review on the last day of the year, and none in the next one
      When the mandate is reviewed on 2021-12-31
      Then on 2021-12-30 the review of the mandate in 2021 is upcoming
      And on 2021-12-31 the review of the mandate in 2021 is fulfilled
      And on 2022-12-31 the review of the mandate in 2022 is upcoming

    Scenario: A review on New Year's Day is one of the new year
      When the mandate is reviewed on 2022-01-01
      Then on 2022-01-01 the review of the mandate in 2021 is overdue by 1 day
      And on 2022-01-01 the review of the mandate in 2022 is fulfilled

  Rule: It is reviewed again some years after a review

    Background:
      Given a board whose mandate says that the mandate is reviewed again within 3 years of a review
      And it is 2028-12-31
      And the mandate is reviewed on 2021-03-01

    @verdict-fulfilled-late
    Scenario Outline: Three years later, and a day more
      When the mandate is reviewed on <day>
      Then on 2024-03-01 the review after that of 2021-03-01 is <on the last day>
      And on 2024-03-02 the review after that of 2021-03-01 is <verdict>
      And it is due 2024-03-01

      Examples:
        | day        | on the last day | verdict        |
        | 2024-03-01 | fulfilled       | fulfilled      |
        | 2024-03-02 | upcoming        | fulfilled late |

    Scenario: A review is not the one that is to follow it
      Then on 2024-03-02 the review after that of 2021-03-01 is overdue by 1 day

  Rule: It is accounted for before it ends

    Background:
      Given a board whose mandate says that the owners get a last report 3 months before the mandate ends
      And it is 2023-12-31

    @verdict-upcoming
    Scenario: While nobody knows when it ends, there is no day
      Then on 2023-12-31 the report to the owners is upcoming
      And the reason is "It has no date yet: the day to count from is not known."

    Scenario Outline: Three months before the last day
      Given the mandate ends with <end>
      Then on <last> the report to the owners is upcoming
      And on <next> the report to the owners is overdue by 1 day

      Examples: Three months before 31 May is the last day of February
        | end        | last       | next       |
        | 2022-12-31 | 2022-09-30 | 2022-10-01 |
        | 2022-05-31 | 2022-02-28 | 2022-03-01 |

  Rule: Each version is made known

    Background:
      Given it is 2022-12-31
      And a board whose mandate says that each version of the mandate is told of in a newsletter within 14 days

    Scenario: The first version, and the next
      Given on 2022-05-01 a mandate is adopted for 2022-06-01 on that says that each version of the mandate is told of in a newsletter within 14 days
      And a newsletter is made on 2021-01-15
      Then on 2021-01-15 the newsletter on the mandate of 2021-01-01 is fulfilled
      And on 2022-06-15 the newsletter on the mandate of 2022-06-01 is upcoming
      And on 2022-06-16 the newsletter on the mandate of 2022-06-01 is overdue by 1 day

  Rule: It ends on its last day, whenever that was decided

    Scenario Outline: On the last day of the year, and on the day after
      Given a board whose mandate says that the owners end the mandate by the end of 2021
      And it is 2021-05-01
      When the mandate ends with <last>
      Then on 2021-12-30 the end of the mandate is upcoming
      And on <last> the end of the mandate is <verdict>

      Examples:
        | last       | verdict        |
        | 2021-12-31 | fulfilled      |
        | 2022-01-01 | fulfilled late |
