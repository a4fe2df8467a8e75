Feature: Preparing the principals' meetings
  The presidium prepares the meetings of the school principals.

  Background:
    Given it is 2021-09-01
    And the mandate for 2021 is adopted on 2021-01-13
    And "Björn Ek" holds the role of presidium from 2021-01-01
    And "Cecilia Holm" holds the role of presidium from 2021-01-01
    And a principals' meeting is planned for 2021-10-06

  @P2
  Rule: The presidium prepares each principals' meeting

    @verdict-upcoming
    Scenario: Until the meeting there is time
      Then on 2021-09-01 the preparation of the principals' meeting of 2021-10-06 is upcoming
      And it is owed by "Björn Ek, Cecilia Holm"
      And it has no deadline

    @verdict-fulfilled
    Scenario: Prepared before the meeting
      Given it is 2021-10-08
      When the meeting of 2021-10-06 is prepared on 2021-10-01
      And the meeting of 2021-10-06 is held
      Then on 2021-10-01 the preparation of the principals' meeting of 2021-10-06 is fulfilled
      And on 2021-10-06 the preparation of the principals' meeting of 2021-10-06 is fulfilled

    @verdict-outstanding
    Scenario: Held without having been prepared
      Given it is 2021-10-08
      When the meeting of 2021-10-06 is held
      Then on 2021-10-05 the preparation of the principals' meeting of 2021-10-06 is upcoming
      And on 2021-10-06 the preparation of the principals' meeting of 2021-10-06 is outstanding
      And the reason is "It is not done, and the mandate gives no deadline."

    @verdict-void
    Scenario: Cancelled, it needs no preparation
      Given it is 2021-10-08
      When the meeting of 2021-10-06 is cancelled on 2021-10-04
      Then on 2021-10-03 the preparation of the principals' meeting of 2021-10-06 is upcoming
      And on 2021-10-04 the preparation of the principals' meeting of 2021-10-06 is void

    Scenario: A preparation after the meeting is none
      Given it is 2021-10-08
      And the meeting of 2021-10-06 is held
      When the meeting of 2021-10-06 is prepared on 2021-10-07
      Then it is refused as "FollowsMeeting"

    Scenario: The network's own meetings are not the presidium's to prepare
      Given a network meeting is planned for 2021-11-19
      Then on 2021-09-01 the preparation of the principals' meeting of 2021-11-19 is not owed
