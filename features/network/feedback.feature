Feature: Feedback in each direction
  The chair reports back to the principal and to the heads of administration; a school chief carries messages between
  the principal and the network. Each recipient is owed by itself. How often, the mandate does not say.

  Background:
    Given it is 2021-12-31
    And the mandate for 2021 is adopted on 2021-01-13
    And "Anna Lund" holds the role of chair from 2021-01-01
    And "David Norén" holds the role of school chief from 2021-01-01

  @O2
  Rule: The chair gives feedback to the principal and to the heads of administration

    @verdict-fulfilled @verdict-outstanding
    Scenario: Telling the one is not telling the other
      When "Anna Lund" gives feedback as chair to the principal on 2021-06-15
      Then on 2021-06-14 the chair's feedback to the principal is outstanding
      And on 2021-06-15 the chair's feedback to the principal is fulfilled
      And it is owed by "Anna Lund"
      And it is owed to "The network of school chiefs"
      And on 2021-06-15 the chair's feedback to the heads of administration is outstanding
      And it is owed to "The representative of the heads of administration"

    Scenario: Both were told
      When "Anna Lund" gives feedback as chair to the principal on 2021-06-15
      And "Anna Lund" gives feedback as chair to the heads of administration on 2021-06-18
      Then on 2021-06-18 the chair's feedback to the principal is fulfilled
      And on 2021-06-18 the chair's feedback to the heads of administration is fulfilled

    Scenario: It need not be said in which role, when the chair gives it
      When "Anna Lund" gives feedback to the principal on 2021-06-15
      Then on 2021-06-15 the chair's feedback to the principal is fulfilled

    Scenario: Feedback by somebody who is not the chair is not the chair's
      When "Björn Ek" gives feedback to the principal on 2021-06-15
      Then on 2021-06-15 the chair's feedback to the principal is outstanding

    Scenario: What the chair says in another role is not the chair's feedback
      When "Anna Lund" gives feedback as school chief to the principal on 2021-06-15
      Then on 2021-06-15 the chair's feedback to the principal is outstanding

    Scenario: What a meeting has the chair pass on is the chair's feedback, too
      Given a network meeting is planned for 2021-06-11
      And the meeting of 2021-06-11 is held
      When "Anna Lund" passes on from the meeting of 2021-06-11, to the principal, on 2021-06-15
      Then on 2021-06-14 the chair's feedback to the principal is outstanding
      And on 2021-06-15 the chair's feedback to the principal is fulfilled

    Scenario: Feedback from a meeting that was not held
      Given a network meeting is planned for 2021-06-11
      When "Anna Lund" passes on from the meeting of 2021-06-11, to the principal, on 2021-06-15
      Then it is refused as "MeetingNotHeld"

    Scenario: Feedback to somebody whom the mandate does not know
      When feedback is given to "tidningen" on 2021-06-15
      Then it is refused as "AddresseeUnknown"

  @C1
  Rule: A school chief passes the principal's messages on to the network

    @verdict-outstanding @verdict-fulfilled
    Scenario: The network is told
      When "David Norén" gives feedback as school chief to the network on 2021-09-17
      Then on 2021-09-16 the passing on of the principal's messages is outstanding
      And it is owed by "David Norén"
      And on 2021-09-17 the passing on of the principal's messages is fulfilled
      And it is owed to "Adult education"

  @C2
  Rule: A school chief passes the network's messages on to the principal

    @verdict-outstanding @verdict-fulfilled
    Scenario: The principal is told
      When "David Norén" gives feedback as school chief to the principal on 2021-09-17
      Then on 2021-09-16 the passing on of the network's messages is outstanding
      And on 2021-09-17 the passing on of the network's messages is fulfilled
      And on 2021-09-17 the chair's feedback to the principal is outstanding

    Scenario: The chair's feedback is not the school chief's
      When "Anna Lund" gives feedback as chair to the principal on 2021-06-15
      Then on 2021-06-15 the passing on of the network's messages is outstanding
