Feature: The earlier, the later, and no date at all
  A mandate may name two days and mean the earlier or the later of them. Or it says "as soon as possible", which is no
  day: such a thing can be left undone for long, but it is never overdue.

  @part-earliest
  Rule: The earlier of two days

    Background:
      Given a board whose mandate says that minutes are sent in within 14 days of the meeting, or 7 days before the next one where that is earlier
      And it is 2021-12-31
      And the board met on 2021-03-17

    Scenario: As long as no next meeting is planned, the fourteen days count
      Then on 2021-03-31 the sending in of the minutes of 2021-03-17 is upcoming
      And it is due 2021-03-31
      And on 2021-04-01 the sending in of the minutes of 2021-03-17 is overdue by 1 day

    Scenario: A next meeting that comes soon brings the day forward, once it is planned
      Given on 2021-03-20 a meeting is planned for 2021-03-31
      Then on 2021-03-19 the sending in of the minutes of 2021-03-17 is upcoming
      And it is due 2021-03-31
      And on 2021-03-24 the sending in of the minutes of 2021-03-17 is upcoming
      And it is due 2021-03-24
      And on 2021-03-25 the sending in of the minutes of 2021-03-17 is overdue by 1 day

    Scenario: A next meeting that is far away changes nothing
      Given on 2021-03-20 a meeting is planned for 2021-05-07
      Then on 2021-03-31 the sending in of the minutes of 2021-03-17 is upcoming
      And on 2021-04-01 the sending in of the minutes of 2021-03-17 is overdue by 1 day

  @part-latest
  Rule: The later of two days

    Scenario Outline: A month after the meeting, or 30 June
      Given a board whose mandate says that minutes are sent in within a month of the meeting, or by 30 June where that is later
      And it is 2021-12-31
      And the board met on <met>
      Then on <last> the sending in of the minutes of <met> is upcoming
      And on <next> the sending in of the minutes of <met> is overdue by 1 day

      Examples:
        | met        | last       | next       |
        | 2021-03-17 | 2021-06-30 | 2021-07-01 |
        | 2021-05-30 | 2021-06-30 | 2021-07-01 |
        | 2021-06-01 | 2021-07-01 | 2021-07-02 |
        | 2021-06-11 | 2021-07-11 | 2021-07-12 |

  @part-asap
  Rule: As soon as possible is no day

    Background:
      Given a board whose mandate says that minutes are sent in as soon as possible
      And it is 2025-12-31
      And the board met on 2021-03-17

    @verdict-outstanding @verdict-fulfilled
    Scenario: Outstanding for years, overdue never
      When the minutes of 2021-03-17 are sent in on 2025-03-17
      Then on 2021-03-17 the sending in of the minutes of 2021-03-17 is outstanding
      And it has no deadline
      And on 2025-03-16 the sending in of the minutes of 2021-03-17 is outstanding
      And on 2025-03-17 the sending in of the minutes of 2021-03-17 is fulfilled
