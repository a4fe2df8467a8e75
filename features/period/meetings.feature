Feature: How often the board meets
  So many meetings in a period, not too many, not too far apart and not too close together.

  @part-meetings
  Rule: At least so many in each period

    @verdict-upcoming @verdict-fulfilled @verdict-breached
    Scenario: A meeting on the last day of the quarter counts, one on the day after does not
      Given a board whose mandate says that there are at least 2 meetings in each quarter
      And it is 2021-12-31
      And the board met on 2021-02-12, 2021-03-31, 2021-05-07, 2021-07-01
      Then on 2021-03-30 the number of meetings in 2021-Q1 is upcoming
      And on 2021-03-31 the number of meetings in 2021-Q1 is fulfilled
      And on 2021-06-30 the number of meetings in 2021-Q2 is upcoming
      And on 2021-07-01 the number of meetings in 2021-Q2 is breached
      And the reason is "The period ended with 1 of 2 meetings held."

    Scenario: A period without any meeting
      Given a board whose mandate says that there are at least 2 meetings in each half-year
      And it is 2021-12-31
      Then on 2021-06-30 the number of meetings in 2021-H1 is upcoming
      And on 2021-07-01 the number of meetings in 2021-H1 is breached

  Rule: At least so many by a day

    Background:
      Given a board whose mandate says that there are at least 2 meetings in each year by 30 June
      And it is 2022-12-31

    @verdict-overdue
    Scenario: One meeting by that day, and one in the whole year
      Given the board met on 2021-02-12
      Then on 2021-06-30 the number of meetings in 2021 is upcoming
      And on 2021-07-01 the number of meetings in 2021 is overdue by 1 day
      And on 2021-12-31 the number of meetings in 2021 is overdue by 184 days
      And on 2022-01-01 the number of meetings in 2021 is breached

    @verdict-fulfilled-late
    Scenario Outline: The second meeting on that day, and on the day after
      Given the board met on 2021-02-12, <day>
      Then on 2022-12-31 the number of meetings in 2021 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-06-30 | fulfilled      |
        | 2021-07-01 | fulfilled late |

  Rule: At most so many in each period

    Background:
      Given a board whose mandate says that there are at most 2 meetings in each year
      And it is 2022-12-31

    Scenario: Two are allowed; when the year is over, that is settled
      Given the board met on 2021-02-12, 2021-12-31
      Then on 2021-12-31 the number of meetings in 2021 is upcoming
      And on 2022-01-01 the number of meetings in 2021 is fulfilled

    Scenario: The third is one too many, from its day on
      Given the board met on 2021-02-12, 2021-03-19, 2021-12-31
      Then on 2021-12-30 the number of meetings in 2021 is upcoming
      And on 2021-12-31 the number of meetings in 2021 is breached
      And on 2022-12-31 the number of meetings in 2021 is breached

    Scenario: A third meeting in the next year belongs to that year
      Given the board met on 2021-02-12, 2021-03-19, 2022-01-01
      Then on 2022-01-01 the number of meetings in 2021 is fulfilled

  Rule: Only some kinds of meeting count

    Background:
      Given a board whose mandate says that there are at least 2 and at most 3 ordinary meetings in each half-year
      And it is 2021-12-31

    Scenario: An extraordinary meeting does not make up for an ordinary one
      Given the board met on 2021-02-12
      And extraordinary meetings were held on 2021-03-19
      Then on 2021-06-30 the number of meetings in 2021-H1 is upcoming
      And on 2021-07-01 the number of meetings in 2021-H1 is breached

    Scenario: Nor is it one too many
      Given the board met on 2021-02-12, 2021-03-19, 2021-05-07
      And extraordinary meetings were held on 2021-06-11
      Then on 2021-06-30 the number of meetings in 2021-H1 is upcoming
      And on 2021-07-01 the number of meetings in 2021-H1 is fulfilled

    Scenario: A fourth ordinary meeting is
      Given the board met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11
      Then on 2021-06-10 the number of meetings in 2021-H1 is upcoming
      And on 2021-06-11 the number of meetings in 2021-H1 is breached

  Rule: At most four months between meetings

    Background:
      Given a board whose mandate says that there are at most 4 months between meetings
      And it is 2022-12-31

    @verdict-overdue @verdict-fulfilled-late
    Scenario: Across the end of the year
      Given the board met on 2021-10-31, 2022-03-01
      Then on 2022-02-28 the next meeting after 2021-10-31 is upcoming
      And it is due 2022-02-28
      And on 2022-03-01 the next meeting after 2021-10-31 is fulfilled late by 1 day

    Scenario: On the last day of the four months
      Given the board met on 2021-10-31, 2022-02-28
      Then on 2022-02-28 the next meeting after 2021-10-31 is fulfilled

    Scenario: With no meeting after it
      Given the board met on 2021-10-31
      Then on 2022-02-28 the next meeting after 2021-10-31 is upcoming
      And on 2022-03-01 the next meeting after 2021-10-31 is overdue by 1 day

  Rule: At least two weeks between meetings

    Background:
      Given a board whose mandate says that there are at least 2 weeks between meetings
      And it is 2021-12-31

    Scenario Outline: On the fourteenth day, and a day too early
      Given the board met on 2021-03-01, <day>
      Then on <day> the pause after the meeting of 2021-03-01 is <verdict>

      Examples:
        | day        | verdict   |
        | 2021-03-14 | breached  |
        | 2021-03-15 | fulfilled |

  @part-each-event
  Rule: The first meeting comes soon after the establishment

    Scenario Outline: Two months after the establishment
      Given it is 2021-12-31
      And a board from 2020-12-31 on whose mandate says that the first meeting is held within 2 months of the establishment
      And the board met on <day>
      Then on 2021-12-31 the first meeting after the establishment of 2020-12-31 is <verdict>
      And it is due 2021-02-28

      Examples: February has no 31st, so its last day is meant
        | day        | verdict        |
        | 2021-02-28 | fulfilled      |
        | 2021-03-01 | fulfilled late |
