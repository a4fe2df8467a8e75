Feature: What comes round
  A duty can come round with every year, half-year, quarter or month, or in named months. What was done counts for the
  period that it names; where it names none, for the one in which it was done.

  @part-each-period @part-in-period
  Rule: By the end of each period

    @verdict-upcoming @verdict-overdue
    Scenario Outline: The last day of a period, and the day after
      Given a board whose mandate says that the owners get a report on each <every> by its end
      And it is 2024-12-31
      Then on <last> the report on <period> is upcoming
      And on <next> the report on <period> is overdue by 1 day

      Examples:
        | every     | period  | last       | next       |
        | year      | 2023    | 2023-12-31 | 2024-01-01 |
        | half-year | 2023-H1 | 2023-06-30 | 2023-07-01 |
        | quarter   | 2023-Q3 | 2023-09-30 | 2023-10-01 |
        | month     | 2023-02 | 2023-02-28 | 2023-03-01 |
        | month     | 2024-02 | 2024-02-29 | 2024-03-01 |

    @verdict-fulfilled
    Scenario: A report counts for the quarter in which it comes
      Given a board whose mandate says that the owners get a report on each quarter by its end
      And it is 2021-12-31
      When a summary is sent to the owners on 2021-04-01
      Then on 2021-04-01 the report on 2021-Q1 is overdue by 1 day
      And on 2021-04-01 the report on 2021-Q2 is fulfilled

    @verdict-fulfilled-late
    Scenario: It counts for the quarter that it names
      Given a board whose mandate says that the owners get a report on each quarter by its end
      And it is 2021-12-31
      When a summary for 2021-Q1 is sent to the owners on 2021-04-01
      Then on 2021-04-01 the report on 2021-Q1 is fulfilled late by 1 day
      And on 2021-04-01 the report on 2021-Q2 is upcoming

    Scenario: A report to somebody else is no report to the owners
      Given a board whose mandate says that the owners get a report on each quarter by its end
      And it is 2021-12-31
      When a summary is sent to the auditors on 2021-03-15
      Then on 2021-03-31 the report on 2021-Q1 is upcoming
      And on 2021-04-01 the report on 2021-Q1 is overdue by 1 day

    Scenario: One of two ways is enough where the mandate names two
      Given a board whose mandate says that the owners get a report on each quarter by its end, or are told otherwise
      And it is 2021-12-31
      When feedback is given to "owners" on 2021-03-31
      And a summary is sent to the owners on 2021-06-30
      Then on 2021-03-31 the report on 2021-Q1 is fulfilled
      And on 2021-06-30 the report on 2021-Q2 is fulfilled
      And on 2021-10-01 the report on 2021-Q3 is overdue by 1 day

    Scenario Outline: Where two reports are asked for, the second one counts
      Given a board whose mandate says that the owners get two reports in each year
      And it is 2022-12-31
      And a summary is sent to the owners on 2021-05-07
      When a summary is sent to the owners on <day>
      Then on 2022-01-01 the report on 2021 is <verdict>

      Examples:
        | day        | verdict   |
        | 2021-12-31 | fulfilled |
        | 2022-01-01 | overdue   |

  @part-after
  Rule: Some time after the end of each period

    Scenario Outline: A report counts for the last quarter that had ended
      Given a board whose mandate says that the owners get a report on each quarter within 30 days of its end
      And it is 2021-12-31
      When a summary is sent to the owners on <day>
      Then on 2021-12-31 the report on 2021-Q1 is <verdict>
      And it is due 2021-04-30

      Examples: It is due 30 days after 31 March
        | day        | verdict        |
        | 2021-03-31 | overdue        |
        | 2021-04-01 | fulfilled      |
        | 2021-04-30 | fulfilled      |
        | 2021-05-01 | fulfilled late |
        | 2021-06-30 | fulfilled late |
        | 2021-07-01 | overdue        |

    Scenario Outline: Thirds of the year, and every two months
      Given a board whose mandate says that the owners get a report on each <every> within 15 days of its end
      And it is 2024-12-31
      Then on <last> the report on <period> is upcoming
      And on <next> the report on <period> is overdue by 1 day

      Examples:
        | every             | period  | last       | next       |
        | third of the year | 2023-T1 | 2023-05-15 | 2023-05-16 |
        | third of the year | 2023-T3 | 2024-01-15 | 2024-01-16 |
        | two months        | 2024-B1 | 2024-03-15 | 2024-03-16 |
        | two months        | 2023-B6 | 2024-01-15 | 2024-01-16 |

    Scenario Outline: Two months after the end of the year
      Given a board whose mandate says that the owners get a report on each year within 2 months of its end
      And it is 2024-12-31
      Then on <last> the report on <year> is upcoming
      And on <next> the report on <year> is overdue by 1 day

      Examples: 31 December and two months is the last day of February
        | year | last       | next       |
        | 2021 | 2022-02-28 | 2022-03-01 |
        | 2023 | 2024-02-29 | 2024-03-01 |

  Rule: By the end of the period after it

    Scenario Outline: The last day of the next period
      Given a board whose mandate says that the owners get a report on each <every> by the end of the next one
      And it is 2022-12-31
      Then on <last> the report on <period> is upcoming
      And on <next> the report on <period> is overdue by 1 day

      Examples:
        | every   | period  | last       | next       |
        | quarter | 2021-Q1 | 2021-06-30 | 2021-07-01 |
        | quarter | 2021-Q4 | 2022-03-31 | 2022-04-01 |
        | month   | 2021-01 | 2021-02-28 | 2021-03-01 |
        | year    | 2021    | 2022-12-31 | 2023-01-01 |

  Rule: In named months

    Background:
      Given a board whose mandate says that the owners get a report in March and in September
      And it is 2021-12-31

    Scenario: In March and in September, and in no other month
      Then on 2021-03-31 the report on 2021-03 is upcoming
      And on 2021-04-01 the report on 2021-03 is overdue by 1 day
      And on 2021-09-30 the report on 2021-09 is upcoming
      And on 2021-10-01 the report on 2021-09 is overdue by 1 day
      And on 2021-12-31 the report on 2021-04 is not owed

    Scenario: The report of March is not that of September
      When a summary is sent to the owners on 2021-03-15
      Then on 2021-03-15 the report on 2021-03 is fulfilled
      And on 2021-10-01 the report on 2021-09 is overdue by 1 day

  Rule: Before the period begins

    Background:
      Given a board whose mandate says that the owners get a plan for each quarter 14 days before it begins
      And it is 2021-12-31

    Scenario: It is owed since the quarter before, through the last good day
      Then on 2021-04-01 the plan for 2021-Q3 is upcoming
      And it is due 2021-06-17
      And on 2021-06-17 the plan for 2021-Q3 is upcoming
      And on 2021-06-18 the plan for 2021-Q3 is overdue by 1 day
      And on 2021-03-31 the plan for 2021-Q3 is not owed

    Scenario: A plan counts for the quarter to come
      When a summary is sent to the owners on 2021-06-17
      Then on 2021-06-17 the plan for 2021-Q3 is fulfilled
      And on 2021-06-17 the plan for 2021-Q2 is overdue by 91 days

    @verdict-void
    Scenario: What was due before there was a mandate is owed by nobody
      Then on 2021-01-01 the plan for 2021-Q1 is void

  Rule: The body's year may begin in another month

    Background:
      Given a board whose mandate says that the owners get a report on each quarter by its end, of a year that begins in August
      And it is 2022-12-31

    Scenario Outline: Quarters of a year from August to July
      Then on <last> the report on <quarter> is upcoming
      And on <next> the report on <quarter> is overdue by 1 day

      Examples:
        | quarter      | last       | next       |
        | 2020-2021-Q3 | 2021-04-30 | 2021-05-01 |
        | 2020-2021-Q4 | 2021-07-31 | 2021-08-01 |
        | 2021-2022-Q1 | 2021-10-31 | 2021-11-01 |
        | 2021-2022-Q2 | 2022-01-31 | 2022-02-01 |

  Rule: Weeks are those of the calendar, from Monday to Sunday

    Background:
      Given a board whose mandate says that the owners get a report on each week within 2 days of its end
      And it is 2021-12-31

    Scenario: 2021 begins within the last week of 2020
      Then on 2021-01-05 the report on 2020-W53 is upcoming
      And it is due 2021-01-05
      And on 2021-01-06 the report on 2020-W53 is overdue by 1 day
      And on 2021-01-12 the report on 2021-W01 is upcoming
      And it is due 2021-01-12

    Scenario: A report that names its week is for that week
      When a summary for 2021-W01 is sent to the owners on 2021-01-18
      Then on 2021-01-18 the report on 2021-W01 is fulfilled late by 6 days
      And on 2021-01-18 the report on 2021-W02 is upcoming
