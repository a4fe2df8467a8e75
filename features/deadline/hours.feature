Feature: Deadlines in hours
  Hours are counted on the clock, from the time that was told. When the clocks are put forward or back, an hour is lost
  or won. Where a time was not told, nobody can say what happened on that very day.

  Rule: So many hours before a meeting

    Scenario Outline: Forty-eight hours before two o'clock, to the minute
      Given a board whose mandate says that notice goes out 48 hours before each meeting
      And a meeting is planned for <meeting> at 14:00
      And it is 2021-12-31
      When the notice of the meeting of <meeting> goes out on <day> at <time>
      Then on <meeting> the notice of the meeting of <meeting> is <verdict>

      Examples: On 28 March the clocks go forward, on 31 October they go back
        | meeting    | day        | time  | verdict        |
        | 2021-03-17 | 2021-03-15 | 14:00 | fulfilled      |
        | 2021-03-17 | 2021-03-15 | 14:01 | fulfilled late |
        | 2021-03-29 | 2021-03-27 | 13:00 | fulfilled      |
        | 2021-03-29 | 2021-03-27 | 13:01 | fulfilled late |
        | 2021-11-01 | 2021-10-30 | 15:00 | fulfilled      |
        | 2021-11-01 | 2021-10-30 | 15:01 | fulfilled late |

    @verdict-undetermined
    Scenario Outline: When the notice went out was told by the day only
      Given a board whose mandate says that notice goes out 48 hours before each meeting
      And a meeting is planned for 2021-03-17 at 14:00
      And it is 2021-12-31
      When the notice of the meeting of 2021-03-17 goes out on <day>
      Then on 2021-03-17 the notice of the meeting of 2021-03-17 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-03-14 | fulfilled      |
        | 2021-03-15 | undetermined   |
        | 2021-03-16 | fulfilled late |

    Scenario Outline: When the meeting begins was not told
      Given a board whose mandate says that notice goes out 48 hours before each meeting
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      When the notice of the meeting of 2021-03-17 goes out on <day> at 09:00
      Then on 2021-03-17 the notice of the meeting of 2021-03-17 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-03-14 | fulfilled      |
        | 2021-03-15 | undetermined   |
        | 2021-03-16 | fulfilled late |

  Rule: So many hours after something happened

    Scenario Outline: Seventy-two hours over a weekend
      Given a board whose mandate says that a complaint is answered within 72 hours
      And it is 2021-12-31
      And a complaint is made on <made> at 14:00
      When an answer is made on <day> at <time>
      Then on <day> the answer to the complaint of <made> is <verdict>

      Examples: From Friday to Monday, in March and in October
        | made       | day        | time  | verdict        |
        | 2021-03-12 | 2021-03-15 | 14:00 | fulfilled      |
        | 2021-03-12 | 2021-03-15 | 14:01 | fulfilled late |
        | 2021-03-26 | 2021-03-29 | 15:00 | fulfilled      |
        | 2021-03-26 | 2021-03-29 | 15:01 | fulfilled late |
        | 2021-10-29 | 2021-11-01 | 13:00 | fulfilled      |
        | 2021-10-29 | 2021-11-01 | 13:01 | fulfilled late |

    Scenario Outline: Forty-eight hours after the meeting
      Given a board whose mandate says that minutes are sent in within 48 hours of the meeting
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31
      And the meeting of 2021-03-17 is held at 16:00
      When the minutes of 2021-03-17 are sent in on 2021-03-19 at <time>
      Then on 2021-03-19 the sending in of the minutes of 2021-03-17 is <verdict>

      Examples:
        | time  | verdict        |
        | 16:00 | fulfilled      |
        | 16:01 | fulfilled late |

    Scenario: Until the day is over, it is not yet overdue
      Given a board whose mandate says that a complaint is answered within 72 hours
      And it is 2021-12-31
      And a complaint is made on 2021-03-12 at 14:00
      Then on 2021-03-15 the answer to the complaint of 2021-03-12 is upcoming
      And on 2021-03-16 the answer to the complaint of 2021-03-12 is overdue by 1 day
