Feature: Leading the meetings
  The chair leads the meetings of the network. The mandate names no deputy; when somebody else leads, nobody can say
  whether that was in order.

  Background:
    Given it is 2021-12-31
    And the mandate for 2021 is adopted on 2021-01-13
    And a network meeting is planned for 2021-02-12

  @O1
  Rule: The chair leads each meeting of the network

    @verdict-fulfilled
    Scenario: The chair led the meeting
      Given "Anna Lund" holds the role of chair from 2021-01-01
      When the meeting of 2021-02-12 is held, led by "Anna Lund"
      Then on 2021-02-12 the leading of the meeting of 2021-02-12 is fulfilled
      And it is owed by "Anna Lund"
      And it is owed to "Adult education"
      And the reason is "Led by Anna Lund, who held the role."

    @verdict-undetermined
    Scenario: Somebody else led it, and the mandate says nothing of a deputy
      Given "Anna Lund" holds the role of chair from 2021-01-01
      When the meeting of 2021-02-12 is held, led by "Björn Ek"
      Then on 2021-02-12 the leading of the meeting of 2021-02-12 is undetermined
      And it is owed by "Anna Lund"
      And the reason is "Led by Björn Ek, who did not hold the role; the mandate says nothing of a deputy."

    @verdict-undetermined
    Scenario: There was no chair
      When the meeting of 2021-02-12 is held, led by "Björn Ek"
      Then on 2021-02-12 the leading of the meeting of 2021-02-12 is undetermined
      And it is owed by nobody, for the role is vacant
      And the reason is "Led by Björn Ek; the role was vacant."

    Scenario: Who led it was not told
      Given "Anna Lund" holds the role of chair from 2021-01-01
      When the meeting of 2021-02-12 is held
      Then on 2021-02-12 the leading of the meeting of 2021-02-12 is undetermined
      And the reason is "Who led the meeting was not told."

    Scenario Outline: The chair is who held the role on the day of the meeting
      Given "Anna Lund" holds the role of chair from 2021-01-01 to <last>
      When the meeting of 2021-02-12 is held, led by "Anna Lund"
      Then on 2021-02-12 the leading of the meeting of 2021-02-12 is <verdict>

      Examples: A last day in office is a day in office
        | last       | verdict      |
        | 2021-02-11 | undetermined |
        | 2021-02-12 | fulfilled    |

    @verdict-upcoming
    Scenario: A meeting that was not held yet is still to be led
      Given it is 2021-02-01
      And a network meeting is planned for 2021-03-19
      Then on 2021-02-01 the leading of the meeting of 2021-03-19 is upcoming

    @verdict-void
    Scenario: A meeting that is cancelled is led by nobody
      Given it is 2021-12-31
      When the meeting of 2021-02-12 is cancelled on 2021-02-10
      Then on 2021-12-31 the leading of the meeting of 2021-02-12 is void
      And the reason is "The meeting was cancelled 2021-02-10."

    Scenario: The principals' meetings are not the chair's to lead
      Given the principals met on 2021-10-06
      Then on 2021-10-06 the leading of the meeting of 2021-10-06 is not owed

  @O3 @part-unmeasured
  Rule: The chair steers the process of the meetings

    @verdict-undetermined
    Scenario: No record could show it
      Given "Anna Lund" holds the role of chair from 2021-01-01
      When the meeting of 2021-02-12 is held, led by "Anna Lund"
      Then on 2021-12-31 the process of the meetings is undetermined
      And it is owed by "Anna Lund"
      And the reason is "No event could show it: the mandate sets no measure."
      And nothing is evidence for it
