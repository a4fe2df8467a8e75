Feature: Days of the calendar
  A deadline can be a date, a month, the last day of a quarter, the second Tuesday. Done earlier is done in time; the
  last good day is named here, and the day after it.

  @part-on
  Rule: On a date

    Scenario Outline: A day, or any day of a month
      Given a board whose mandate says that the owners get a report by <date>
      And it is 2021-12-31
      Then on <last> the report to the owners is upcoming
      And on <next> the report to the owners is overdue by 1 day

      Examples:
        | date       | last       | next       |
        | 2021-05-17 | 2021-05-17 | 2021-05-18 |
        | 2021-05    | 2021-05-31 | 2021-06-01 |

  @part-in-year
  Rule: In a month, or on a day of a month, of each year

    Scenario Outline: February has a last day of its own in a leap year
      Given a board whose mandate says that the owners get a report each year in February
      And it is 2024-12-31
      Then on <last> the report on <year> is upcoming
      And on <year>-03-01 the report on <year> is overdue by 1 day

      Examples:
        | year | last       |
        | 2023 | 2023-02-28 |
        | 2024 | 2024-02-29 |

    Scenario: By midsummer
      Given a board whose mandate says that the owners get a report each year by 30 June
      And it is 2021-12-31
      Then on 2021-06-30 the report on 2021 is upcoming
      And on 2021-07-01 the report on 2021 is overdue by 1 day

    Scenario Outline: By a day of the next year
      Given a board whose mandate says that the owners get a report on each year by 31 March of the next one
      And it is 2022-12-31
      When a summary is sent to the owners on <day>
      Then on 2022-12-31 the report on 2021 is <verdict>
      And it is due 2022-03-31

      Examples:
        | day        | verdict        |
        | 2022-03-31 | fulfilled      |
        | 2022-04-01 | fulfilled late |

  @part-day-of-month
  Rule: On a day of each month

    Scenario Outline: Where the month has no such day, its last one is meant
      Given a board whose mandate says that the owners get a report on each month by day <day> of <which>
      And it is 2024-12-31
      Then on <last> the report on <month> is upcoming
      And on <next> the report on <month> is overdue by 1 day

      Examples:
        | day | which        | month   | last       | next       |
        | 31  | it           | 2021-01 | 2021-01-31 | 2021-02-01 |
        | 31  | it           | 2021-02 | 2021-02-28 | 2021-03-01 |
        | 31  | it           | 2024-02 | 2024-02-29 | 2024-03-01 |
        | 31  | it           | 2021-04 | 2021-04-30 | 2021-05-01 |
        | 10  | the next one | 2021-12 | 2022-01-10 | 2022-01-11 |
        | 31  | the next one | 2021-01 | 2021-02-28 | 2021-03-01 |

  @part-nth-weekday
  Rule: On a weekday of each month, or of a named month

    Scenario Outline: The second Tuesday, the last Friday
      Given a board whose mandate says that the owners get a report on each month by its <which>
      And it is 2021-12-31
      Then on <last> the report on <month> is upcoming
      And on <next> the report on <month> is overdue by 1 day

      Examples:
        | which           | month   | last       | next       |
        | first monday    | 2021-02 | 2021-02-01 | 2021-02-02 |
        | first monday    | 2021-01 | 2021-01-04 | 2021-01-05 |
        | second tuesday  | 2021-02 | 2021-02-09 | 2021-02-10 |
        | fourth thursday | 2021-02 | 2021-02-25 | 2021-02-26 |
        | last friday     | 2021-01 | 2021-01-29 | 2021-01-30 |
        | last friday     | 2021-02 | 2021-02-26 | 2021-02-27 |

    Scenario Outline: The first Monday of October
      Given a board whose mandate says that the owners get a report each year by the first monday of October
      And it is 2022-12-31
      Then on <last> the report on <year> is upcoming
      And on <next> the report on <year> is overdue by 1 day

      Examples:
        | year | last       | next       |
        | 2021 | 2021-10-04 | 2021-10-05 |
        | 2022 | 2022-10-03 | 2022-10-04 |

  @part-after
  Rule: So long after a meeting

    Scenario Outline: The same day of a later month, or its last one
      Given a board whose mandate says that minutes are sent in within <long> of the meeting
      And it is 2025-12-31
      And the board met on <met>
      Then on <last> the sending in of the minutes of <met> is upcoming
      And on <next> the sending in of the minutes of <met> is overdue by 1 day

      Examples:
        | long    | met        | last       | next       |
        | 1 month | 2021-01-31 | 2021-02-28 | 2021-03-01 |
        | 1 month | 2024-01-31 | 2024-02-29 | 2024-03-01 |
        | 1 month | 2021-03-31 | 2021-04-30 | 2021-05-01 |
        | 1 month | 2021-12-31 | 2022-01-31 | 2022-02-01 |
        | 1 year  | 2024-02-29 | 2025-02-28 | 2025-03-01 |
        | 2 weeks | 2021-12-24 | 2022-01-07 | 2022-01-08 |
        | 14 days | 2024-02-15 | 2024-02-29 | 2024-03-01 |
