Feature: Working days
  Some deadlines are counted in working days. Which days those are follows from the weekend, the public holidays of a
  country or region, and the days on which the office is closed.

  Rule: The weekend does not count

    Scenario: Three working days after a Thursday is the Tuesday
      Given a board whose mandate says that minutes are sent in within 3 working days of the meeting
      And it is 2021-12-31
      And the board met on 2021-03-11
      Then on 2021-03-16 the sending in of the minutes of 2021-03-11 is upcoming
      And it is due 2021-03-16
      And on 2021-03-17 the sending in of the minutes of 2021-03-11 is overdue by 1 day

    Scenario Outline: Which days the weekend is, the mandate may say
      Given a board whose mandate says
        | minutes are sent in within 3 working days of the meeting |
        | <weekend>                                                |
      And it is 2021-12-31
      And the board met on 2021-03-09
      Then on <last> the sending in of the minutes of 2021-03-09 is upcoming
      And on <next> the sending in of the minutes of 2021-03-09 is overdue by 1 day

      Examples: The ninth was a Tuesday
        | weekend                            | last       | next       |
        | working days are those of Sweden   | 2021-03-12 | 2021-03-13 |
        | the weekend is Friday and Saturday | 2021-03-14 | 2021-03-15 |

  Rule: Public holidays do not count

    Scenario Outline: Over Ascension Day, a Thursday
      Given a board whose mandate says
        | minutes are sent in within 3 working days of the meeting |
        | <calendar>                                               |
      And it is 2021-12-31
      And the board met on 2021-05-12
      Then on <last> the sending in of the minutes of 2021-05-12 is upcoming
      And on <next> the sending in of the minutes of 2021-05-12 is overdue by 1 day

      Examples: In Sweden it is closed; a mandate can close the Friday after it
        | calendar                                      | last       | next       |
        | working days are those of Sweden              | 2021-05-18 | 2021-05-19 |
        | the office is closed on 2021-05-14            | 2021-05-18 | 2021-05-19 |
        | the office is closed on 27 December each year | 2021-05-17 | 2021-05-18 |

    Scenario Outline: A holiday of one region is none in another
      Given a board whose mandate says
        | minutes are sent in within 1 working day of the meeting |
        | working days are those of <region>                      |
      And it is 2021-12-31
      And the board met on 2021-06-02
      Then on <last> the sending in of the minutes of 2021-06-02 is upcoming
      And on <next> the sending in of the minutes of 2021-06-02 is overdue by 1 day

      Examples: Corpus Christi was on the third
        | region  | last       | next       |
        | Bavaria | 2021-06-04 | 2021-06-05 |
        | Berlin  | 2021-06-03 | 2021-06-04 |

    Scenario Outline: A day on which the office is closed each year
      Given a board whose mandate says
        | minutes are sent in within 3 working days of the meeting |
        | the office is closed on 27 December each year            |
      And it is 2023-12-31
      And the board met on <met>
      Then on <last> the sending in of the minutes of <met> is upcoming
      And on <next> the sending in of the minutes of <met> is overdue by 1 day

      Examples: A Thursday and a Friday before Christmas
        | met        | last       | next       |
        | 2021-12-23 | 2021-12-29 | 2021-12-30 |
        | 2022-12-23 | 2022-12-29 | 2022-12-30 |

  Rule: Working days are counted backwards, too

    Scenario: Three working days before the Tuesday after Easter
      Given a board whose mandate says
        | notice goes out 3 working days before each meeting |
        | working days are those of Sweden                   |
      And a meeting is planned for 2021-04-06
      And it is 2021-12-31
      Then on 2021-03-30 the notice of the meeting of 2021-04-06 is upcoming
      And it is due 2021-03-30
      And on 2021-03-31 the notice of the meeting of 2021-04-06 is overdue by 1 day

  Rule: A due day that is closed is moved as the mandate says

    Scenario Outline: The tenth of April was a Saturday
      Given a board whose mandate says that the owners get a report on each month by day 10 of it, or the <which> working day
      And it is 2021-12-31
      Then on <last> the report on <month> is upcoming
      And on <next> the report on <month> is overdue by 1 day

      Examples: The tenth of March was a Wednesday
        | which    | month   | last       | next       |
        | next     | 2021-04 | 2021-04-12 | 2021-04-13 |
        | previous | 2021-04 | 2021-04-09 | 2021-04-10 |
        | next     | 2021-03 | 2021-03-10 | 2021-03-11 |
        | previous | 2021-03 | 2021-03-10 | 2021-03-11 |

    Scenario Outline: The thirteenth of May was Ascension Day
      Given a board whose mandate says
        | the owners get a report on each month by day 13 of it, or the <which> working day |
        | working days are those of Sweden                                                  |
      And it is 2021-12-31
      Then on <last> the report on 2021-05 is upcoming
      And on <next> the report on 2021-05 is overdue by 1 day

      Examples:
        | which    | last       | next       |
        | next     | 2021-05-14 | 2021-05-15 |
        | previous | 2021-05-12 | 2021-05-13 |
