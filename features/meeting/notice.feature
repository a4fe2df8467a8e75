Feature: Notice of a meeting
  A meeting is called so long before the day for which it is planned. The last good day is counted back from that day.
  A day later is late, and once the meeting has been held without notice nothing can make up for it.

  @part-each-meeting @part-before
  Rule: Notice goes out at the latest seven days before the meeting

    Background:
      Given a board whose mandate says that notice goes out 7 days before each meeting
      And a meeting is planned for 2021-03-17

    @verdict-upcoming @verdict-overdue
    Scenario: Until the seventh day before the meeting there is time
      Given it is 2021-12-31
      Then on 2021-03-10 the notice of the meeting of 2021-03-17 is upcoming
      And it is due 2021-03-10
      And on 2021-03-11 the notice of the meeting of 2021-03-17 is overdue by 1 day

    @verdict-fulfilled @verdict-fulfilled-late
    Scenario Outline: On the seventh day before is in time, on the sixth is late
      Given it is 2021-12-31
      When the notice of the meeting of 2021-03-17 goes out on <day>
      Then on 2021-03-17 the notice of the meeting of 2021-03-17 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-03-09 | fulfilled      |
        | 2021-03-10 | fulfilled      |
        | 2021-03-11 | fulfilled late |

    @verdict-breached
    Scenario: A meeting held without notice
      Given it is 2021-12-31
      When the meeting of 2021-03-17 is held
      Then on 2021-03-16 the notice of the meeting of 2021-03-17 is overdue by 6 days
      And on 2021-03-17 the notice of the meeting of 2021-03-17 is breached

    Scenario: The last day follows the meeting when it is moved
      Given it is 2021-12-31
      And on 2021-03-01 the meeting of 2021-03-17 is moved to 2021-03-24
      Then on 2021-03-17 the notice of the meeting of 2021-03-17 is upcoming
      And it is due 2021-03-17
      And on 2021-03-18 the notice of the meeting of 2021-03-17 is overdue by 1 day

    Scenario: A notice that was in time stays so, wherever the meeting is moved afterwards
      Given it is 2021-12-31
      And the notice of the meeting of 2021-03-17 goes out on 2021-03-10
      When on 2021-03-11 the meeting of 2021-03-17 is moved to 2021-03-15
      Then on 2021-03-10 the notice of the meeting of 2021-03-17 is fulfilled
      And on 2021-03-15 the notice of the meeting of 2021-03-17 is fulfilled

    Scenario: A notice that went out stays so when the meeting is cancelled
      Given it is 2021-12-31
      And the notice of the meeting of 2021-03-17 goes out on 2021-03-10
      When the meeting of 2021-03-17 is cancelled on 2021-03-12
      Then on 2021-03-12 the notice of the meeting of 2021-03-17 is fulfilled

    @verdict-void
    Scenario: A cancelled meeting needs no notice
      Given it is 2021-12-31
      When the meeting of 2021-03-17 is cancelled on 2021-03-09
      Then on 2021-03-08 the notice of the meeting of 2021-03-17 is upcoming
      And on 2021-03-09 the notice of the meeting of 2021-03-17 is void

  @part-recorded
  Rule: A shorter time holds where a reason is given

    Background:
      Given a board whose mandate says that notice goes out 7 days before each meeting, or 2 days before it where a reason is given
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31

    Scenario Outline: With a reason, the second day before the meeting is the last
      When the notice of the meeting of 2021-03-17 goes out on <day> because "the tender ends this week"
      Then on <day> the notice of the meeting of 2021-03-17 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-03-11 | fulfilled      |
        | 2021-03-15 | fulfilled      |
        | 2021-03-16 | fulfilled late |

    Scenario: Without a reason the seventh day before it was the last
      When the notice of the meeting of 2021-03-17 goes out on 2021-03-15
      Then on 2021-03-15 the notice of the meeting of 2021-03-17 is fulfilled late

    Scenario: Before the reason was given, nobody could know of it
      When the notice of the meeting of 2021-03-17 goes out on 2021-03-15 because "the tender ends this week"
      Then on 2021-03-14 the notice of the meeting of 2021-03-17 is overdue by 4 days
      And on 2021-03-15 the notice of the meeting of 2021-03-17 is fulfilled
      And it is due 2021-03-15

  @part-kinds
  Rule: An extraordinary meeting may be called at shorter notice

    Background:
      Given a board whose mandate says that notice goes out 7 days before each meeting, and 3 days before an extraordinary one

    Scenario: Three days before an extraordinary meeting
      Given an extraordinary meeting is planned for 2021-03-17
      And it is 2021-12-31
      Then on 2021-03-14 the notice of the meeting of 2021-03-17 is upcoming
      And it is due 2021-03-14
      And on 2021-03-15 the notice of the meeting of 2021-03-17 is overdue by 1 day

    Scenario: Seven days before an ordinary one, as ever
      Given a meeting is planned for 2021-03-17
      And it is 2021-12-31
      Then on 2021-03-10 the notice of the meeting of 2021-03-17 is upcoming
      And on 2021-03-11 the notice of the meeting of 2021-03-17 is overdue by 1 day

  Rule: No notice is owed where all agree to that

    Background:
      Given a board whose mandate says that notice goes out 7 days before each meeting, and need not where all agree to that
      And a meeting is planned for 2021-03-17
      And it is 2021-12-31

    @verdict-waived
    Scenario: From the day on which all agreed, nothing is owed
      When all agree on 2021-03-12 to short notice of the meeting of 2021-03-17
      Then on 2021-03-11 the notice of the meeting of 2021-03-17 is overdue by 1 day
      And on 2021-03-12 the notice of the meeting of 2021-03-17 is waived
      And the reason is "By the mandate it is not owed then."

    @verdict-waived
    Scenario: A notice that went out late before that is excused as well
      Given the notice of the meeting of 2021-03-17 goes out on 2021-03-11
      When all agree on 2021-03-12 to short notice of the meeting of 2021-03-17
      Then on 2021-03-11 the notice of the meeting of 2021-03-17 is fulfilled late
      And on 2021-03-12 the notice of the meeting of 2021-03-17 is waived
