Feature: The first time after the establishment
  A young body may report more often than an old one. Both times are counted from the day of its establishment; a
  quarter or a year belongs to the first time where it begins before that is over.

  Rule: Quarterly in the first twelve months, yearly afterwards

    Scenario: A board that began with the year
      Given it is 2023-12-31
      And a board from 2021-01-01 on whose mandate says
        | in its first 12 months the board reports on each quarter by its end |
        | after its first 12 months the board reports on each year by its end |
      Then on 2021-12-31 the report on 2021-Q4 is upcoming
      And on 2022-01-01 the report on 2021-Q4 is overdue by 1 day
      And on 2023-12-31 the report on 2022-Q1 is not owed
      And on 2023-12-31 the yearly report on 2021 is not owed
      And on 2022-12-31 the yearly report on 2022 is upcoming
      And on 2023-01-01 the yearly report on 2022 is overdue by 1 day

    Scenario: A board that began in March
      Given it is 2023-12-31
      And a board from 2021-03-01 on whose mandate says
        | in its first 12 months the board reports on each quarter by its end |
        | after its first 12 months the board reports on each year by its end |
      Then on 2021-04-01 the report on 2021-Q1 is overdue by 1 day
      And on 2022-04-01 the report on 2022-Q1 is overdue by 1 day
      And on 2023-12-31 the report on 2022-Q2 is not owed
      And on 2023-12-31 the yearly report on 2022 is not owed
      And on 2023-12-31 the yearly report on 2023 is upcoming
