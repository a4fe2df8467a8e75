Feature: Minutes of the network's meetings
  The municipality that hosts a meeting is its secretary: it takes the minutes and sends them in. By when, the mandate
  does not say. So minutes that were not sent in are outstanding, and never overdue, however old they are.

  Background:
    Given it is 2021-01-20
    And the mandate for 2021 is adopted on 2021-01-13
    And "Skövde" is to host a network meeting on 2021-02-12

  @Se1
  Rule: The host municipality takes the minutes of the meeting

    @verdict-upcoming @verdict-outstanding @verdict-fulfilled
    Scenario: From the meeting to the minutes
      Given it is 2021-06-15
      When the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are written on 2021-02-15
      Then on 2021-02-11 the taking of the minutes of 2021-02-12 is upcoming
      And on 2021-02-12 the taking of the minutes of 2021-02-12 is outstanding
      And on 2021-02-14 the taking of the minutes of 2021-02-12 is outstanding
      And on 2021-02-15 the taking of the minutes of 2021-02-12 is fulfilled
      And it is owed by "Skövde"
      And the reason is "Done 2021-02-15; the mandate gives no deadline."

    Scenario: What was sent in had been written
      Given it is 2021-06-15
      When the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      Then on 2021-02-19 the taking of the minutes of 2021-02-12 is fulfilled

    Scenario: Without a host nobody is the secretary
      Given it is 2021-06-15
      And the network met on 2021-05-07
      Then on 2021-05-07 the taking of the minutes of 2021-05-07 is outstanding
      And it is owed by nobody, for the role is vacant

  @Se2
  Rule: The host municipality sends the minutes in

    @verdict-outstanding
    Scenario Outline: Minutes that were not sent in are outstanding, not overdue
      Given it is 2023-12-31
      When the meeting of 2021-02-12 is held
      Then on <day> the sending in of the minutes of 2021-02-12 is <verdict>
      And it has no deadline
      And it is owed by "Skövde"
      And it is owed to "utbildning@skaraborg.se"

      Examples:
        | day        | verdict     |
        | 2021-02-11 | upcoming    |
        | 2021-02-12 | outstanding |
        | 2021-12-31 | outstanding |
        | 2023-12-31 | outstanding |

    @verdict-fulfilled
    Scenario: Sent in, they are sent in, however late it seems
      Given it is 2022-02-02
      When the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are sent in on 2022-02-02
      Then on 2022-02-01 the sending in of the minutes of 2021-02-12 is outstanding
      And on 2022-02-02 the sending in of the minutes of 2021-02-12 is fulfilled
      And it is evidenced by
        | what happened     | on         |
        | minutes submitted | 2022-02-02 |

    Scenario: Another host is another secretary
      Given "Skara" takes over as host of the meeting of 2021-02-12
      And it is 2021-06-15
      When the meeting of 2021-02-12 is held
      Then on 2021-02-12 the sending in of the minutes of 2021-02-12 is outstanding
      And it is owed by "Skara"

    @verdict-void
    Scenario: Of a cancelled meeting there are no minutes
      Given it is 2021-06-15
      When the meeting of 2021-02-12 is cancelled on 2021-02-10
      Then on 2021-02-09 the sending in of the minutes of 2021-02-12 is upcoming
      And on 2021-02-10 the sending in of the minutes of 2021-02-12 is void

    Scenario: The principals' meetings need no minutes by this mandate
      Given it is 2021-12-31
      And the principals met on 2021-10-06
      Then on 2021-12-31 the sending in of the minutes of 2021-10-06 is not owed

  @Se1 @Se2
  Rule: Minutes that make no sense are refused

    Scenario: Minutes before their meeting
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      When the minutes of 2021-02-12 are sent in on 2021-02-11
      Then it is refused as "MinutesPrecedeMeeting"

    Scenario: Minutes written before their meeting
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      When the minutes of 2021-02-12 are written on 2021-02-11
      Then it is refused as "MinutesPrecedeMeeting"

    Scenario: Minutes on the very day of the meeting are in order
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      When the minutes of 2021-02-12 are sent in on 2021-02-12
      Then on 2021-02-12 the sending in of the minutes of 2021-02-12 is fulfilled

    Scenario: Minutes of a meeting that was not held
      When the minutes of 2021-02-12 are sent in on 2021-01-20
      Then it is refused as "MeetingNotHeld"

    Scenario: Minutes of a cancelled meeting
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is cancelled on 2021-02-10
      When the minutes of 2021-02-12 are sent in on 2021-02-19
      Then it is refused as "MeetingIsCancelled"

    Scenario: Minutes sent in twice on one day
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      When the minutes of 2021-02-12 are sent in on 2021-02
      Then it is refused as "MinutesSubmittedAlready"

    Scenario: Minutes sent in again on an earlier day than was recorded first
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      When the minutes of 2021-02-12 are sent in on 2021-02-15
      Then on 2021-02-14 the sending in of the minutes of 2021-02-12 is outstanding
      And on 2021-02-15 the sending in of the minutes of 2021-02-12 is fulfilled

    Scenario: Minutes are written and approved before they are sent in, and recorded afterwards
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      When "Anna Lund" approves the minutes of 2021-02-12 on 2021-02-18
      And the minutes of 2021-02-12 are written on 2021-02-15
      Then on 2021-02-18 the sending in of the minutes of 2021-02-12 is outstanding
      And on 2021-02-19 the sending in of the minutes of 2021-02-12 is fulfilled

    Scenario: Minutes sent in tomorrow
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      When the minutes of 2021-02-12 are sent in on 2021-06-16
      Then it is refused as "InTheFuture"

  @Se1
  Rule: Who approves minutes approves what was written

    Scenario: Minutes are approved before they were written
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are written on 2021-02-15
      When "Anna Lund" approves the minutes of 2021-02-12 on 2021-02-14
      Then it is refused as "MinutesMissing"

    Scenario: The same approver approves twice on one day
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are written on 2021-02-15
      And "Anna Lund" approves the minutes of 2021-02-12 on 2021-02-16
      When "Anna Lund" rejects the minutes of 2021-02-12 on 2021-02-16 because "beslutet saknas"
      Then it is refused as "MinutesApprovedAlready"

    Scenario: Rejected minutes are not approved by the same person on the same day, unless they are written anew
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are written on 2021-02-15
      And "Anna Lund" rejects the minutes of 2021-02-12 on 2021-02-16 because "beslutet saknas"
      When "Anna Lund" approves the minutes of 2021-02-12 on 2021-02-16
      Then it is refused as "MinutesAreRejected"

    Scenario: Rejected minutes are sent in all the same
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are written on 2021-02-15
      And "Anna Lund" rejects the minutes of 2021-02-12 on 2021-02-16 because "beslutet saknas"
      When the minutes of 2021-02-12 are sent in on 2021-02-19
      Then on 2021-02-19 the sending in of the minutes of 2021-02-12 is fulfilled

    Scenario: Written anew, they can be approved and sent in
      Given it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the minutes of 2021-02-12 are written on 2021-02-15
      And "Anna Lund" rejects the minutes of 2021-02-12 on 2021-02-16 because "beslutet saknas"
      When the minutes of 2021-02-12 are written on 2021-02-17
      And "Anna Lund" approves the minutes of 2021-02-12 on 2021-02-18
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      Then on 2021-02-19 the sending in of the minutes of 2021-02-12 is fulfilled
