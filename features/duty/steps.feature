Feature: One thing after the other
  Something may be done in steps, each with its own day. A step can count from the day on which another was done: until
  then it has no day yet. A step that comes before its time has broken the rule for good.

  Rule: A draft, seventy-two hours for comments, the final minutes

    Background:
      Given a board whose mandate says that minutes are drafted within 7 days, and sent in at the earliest 72 hours after the draft and within 14 days of it
      And it is 2021-12-31
      And the board met on 2021-03-17

    @verdict-upcoming @verdict-overdue
    Scenario: Without a draft only the draft is overdue
      Then on 2021-03-24 the draft of the minutes of 2021-03-17 is upcoming
      And on 2021-03-25 the draft of the minutes of 2021-03-17 is overdue by 1 day
      And on 2021-12-31 the final version of the minutes of 2021-03-17 is upcoming
      And the reason is "It has no date yet: the day to count from is not known."

    Scenario: The draft sets the day for the final minutes
      When the minutes of 2021-03-17 are written on 2021-03-19 at 14:00
      Then on 2021-03-19 the draft of the minutes of 2021-03-17 is fulfilled
      And on 2021-04-02 the final version of the minutes of 2021-03-17 is upcoming
      And it is due 2021-04-02
      And on 2021-04-03 the final version of the minutes of 2021-03-17 is overdue by 1 day

    @verdict-fulfilled @verdict-breached
    Scenario Outline: A minute before the seventy-two hours are over is too early
      Given the minutes of 2021-03-17 are written on 2021-03-19 at 14:00
      When the minutes of 2021-03-17 are sent in on 2021-03-22 at <time>
      Then on 2021-03-22 the final version of the minutes of 2021-03-17 is <verdict>

      Examples:
        | time  | verdict   |
        | 13:59 | breached  |
        | 14:00 | fulfilled |

    Scenario Outline: Over the night in which the clocks go forward
      Given the minutes of 2021-03-17 are written on 2021-03-26 at 14:00
      When the minutes of 2021-03-17 are sent in on 2021-03-29 at <time>
      Then on 2021-03-29 the draft of the minutes of 2021-03-17 is fulfilled late by 2 days
      And on 2021-03-29 the final version of the minutes of 2021-03-17 is <verdict>

      Examples:
        | time  | verdict   |
        | 14:59 | breached  |
        | 15:00 | fulfilled |

    @verdict-undetermined
    Scenario Outline: Where the times were not told, the third day is unclear
      Given the minutes of 2021-03-17 are written on 2021-03-19
      When the minutes of 2021-03-17 are sent in on <day>
      Then on <day> the final version of the minutes of 2021-03-17 is <verdict>

      Examples:
        | day        | verdict      |
        | 2021-03-21 | breached     |
        | 2021-03-22 | undetermined |
        | 2021-03-23 | fulfilled    |

    @verdict-void
    Scenario: Of a meeting that is cancelled, no step is owed
      Given a meeting is planned for 2021-11-19
      When the meeting of 2021-11-19 is cancelled on 2021-11-18
      Then on 2021-12-31 the draft of the minutes of 2021-11-19 is void
      And on 2021-12-31 the final version of the minutes of 2021-11-19 is void

  Rule: A step can count from the day on which another is due

    Background:
      Given a board whose mandate says that minutes are drafted within 7 days, and sent in within 14 days of the day on which the draft is due
      And it is 2021-12-31
      And the board met on 2021-03-17

    Scenario: An early or missing draft does not move the final minutes
      When the minutes of 2021-03-17 are written on 2021-03-18
      Then on 2021-04-07 the final version of the minutes of 2021-03-17 is upcoming
      And it is due 2021-04-07
      And on 2021-04-08 the final version of the minutes of 2021-03-17 is overdue by 1 day
