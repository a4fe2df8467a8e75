Feature: Parts of a year
  A body may begin or end in the middle of a year. What the part of a year owes, the mandate says: all, nothing, or a
  share. Where it says nothing of it, a number is owed in full.

  Rule: A share by the number of days, rounded up

    @verdict-fulfilled @verdict-breached
    Scenario Outline: Of four meetings a year, a body that begins in summer owes two or three
      Given it is 2025-12-31
      And a board from <day> on whose mandate says that there are at least 4 meetings in each year, and a part of a year owes its share
      And the board met on <year>-10-01, <year>-11-01
      Then on 2025-12-31 the number of meetings in <year> is <verdict>

      Examples: Of 365 days, 182 are less than half and 183 are more; of 366, 183 are half
        | day        | year | verdict   |
        | 2021-07-02 | 2021 | breached  |
        | 2021-07-03 | 2021 | fulfilled |
        | 2024-07-01 | 2024 | breached  |
        | 2024-07-02 | 2024 | fulfilled |

    Scenario Outline: A mandate that ends in summer
      Given a board whose mandate says that there are at least 4 meetings in each year, and a part of a year owes its share
      And it is 2021-12-31
      And the board met on 2021-02-12, 2021-03-19
      When the mandate ends with <day>
      Then on 2021-12-31 the number of meetings in 2021 is <verdict>

      Examples:
        | day        | verdict   |
        | 2021-07-01 | fulfilled |
        | 2021-07-02 | breached  |

    Scenario Outline: A body that is dissolved in summer
      Given a board whose mandate says that there are at least 4 meetings in each year, and a part of a year owes its share
      And it is 2021-12-31
      And the board met on 2021-02-12, 2021-03-19
      When the network is dissolved on <day>
      Then on 2021-12-31 the number of meetings in 2021 is <verdict>

      Examples:
        | day        | verdict   |
        | 2021-07-01 | fulfilled |
        | 2021-07-02 | breached  |

    Scenario: It is short from the day after the last one on
      Given a board whose mandate says that there are at least 4 meetings in each year, and a part of a year owes its share
      And it is 2021-12-31
      And the board met on 2021-02-12
      When the mandate ends with 2021-06-30
      Then on 2021-06-30 the number of meetings in 2021 is upcoming
      And on 2021-07-01 the number of meetings in 2021 is breached

  Rule: All of it

    Scenario Outline: Three meetings in the last quarter are not four
      Given it is 2022-12-31
      And a board from 2021-10-01 on whose mandate says that there are at least 4 meetings in each year, and a part of a year owes all of them
      And the board met on <days>
      Then on 2022-01-01 the number of meetings in 2021 is <verdict>

      Examples:
        | days                                           | verdict   |
        | 2021-10-04, 2021-11-01, 2021-12-06             | breached  |
        | 2021-10-04, 2021-11-01, 2021-12-06, 2021-12-31 | fulfilled |

    Scenario: Without a word about it, all of it is owed, too
      Given it is 2022-12-31
      And a board from 2021-10-01 on whose mandate says that there are at least 4 meetings in each year
      And the board met on 2021-10-04, 2021-11-01, 2021-12-06
      Then on 2021-12-31 the number of meetings in 2021 is upcoming
      And on 2022-01-01 the number of meetings in 2021 is breached

    Scenario: A part of a year owes a whole report
      Given it is 2022-12-31
      And a board from 2021-10-01 on whose mandate says that the owners get a report on each year by its end, and a part of a year owes one
      Then on 2021-12-31 the report on 2021 is upcoming
      And on 2022-01-01 the report on 2021 is overdue by 1 day

  Rule: Nothing

    @verdict-void
    Scenario: A part of a year owes no meetings, a whole one does
      Given it is 2022-12-31
      And a board from 2021-10-01 on whose mandate says that there are at least 4 meetings in each year, and a part of a year owes none
      Then on 2021-12-31 the number of meetings in 2021 is void
      And on 2022-12-31 the number of meetings in 2022 is upcoming

    Scenario: A part of a year owes no report, a whole one does
      Given it is 2022-12-31
      And a board from 2021-10-01 on whose mandate says that the owners get a report on each year by its end, and a part of a year owes none
      Then on 2022-01-01 the report on 2021 is void
      And on 2022-12-31 the report on 2022 is upcoming

    Scenario: A mandate that begins with the year owes a whole one
      Given it is 2022-12-31
      And a board from 2021-01-01 on whose mandate says that the owners get a report on each year by its end, and a part of a year owes none
      Then on 2022-01-01 the report on 2021 is overdue by 1 day
