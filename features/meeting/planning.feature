Feature: Planning, moving, holding and cancelling meetings
  A meeting is planned, called, held or cancelled. What makes no sense in that order is refused, and nothing is recorded.

  Background:
    Given it is 2021-06-15
    And the mandate for 2021 is adopted on 2021-01-13
    And a network meeting is planned for 2021-02-12

  @M1
  Rule: A meeting keeps its name when it moves

    Scenario: A meeting moved by two days counts on the day on which it was held
      Given it is 2021-04-12
      And a network meeting is planned for 2021-05-05
      And the meeting of 2021-05-05 is moved to 2021-05-07
      When it is 2021-06-15
      And the meeting of 2021-05-05 is held on 2021-05-07
      Then on 2021-05-06 the number of meetings in 2021 is upcoming
      And the reason is "0 of 6 meetings held so far."
      And on 2021-05-07 the number of meetings in 2021 is upcoming
      And the reason is "1 of 6 meetings held so far."

    Scenario: It can be called what it was moved to
      Given a network meeting is planned for 2021-05-05
      And the meeting of 2021-05-05 is moved to 2021-05-07
      When the meeting of 2021-05-07 is held
      Then on 2021-05-07 the sending in of the minutes of 2021-05-05 is outstanding

    Scenario: A meeting can be planned for a month while the day is open
      Given a network meeting is planned for 2021-09
      When the meeting of 2021-09 is moved to 2021-09-17
      Then on 2021-06-15 the sending in of the minutes of 2021-09 is upcoming

    Scenario: The earlier of two moves is recorded last
      Given it is 2021-04-12
      And a network meeting is planned for 2021-05-05
      And it is 2021-06-15
      And on 2021-04-20 the meeting of 2021-05-05 is moved to 2021-05-19
      When on 2021-04-12 the meeting of 2021-05-05 is moved to 2021-05-12
      And the meeting of 2021-05-19 is held
      Then on 2021-05-18 the sending in of the minutes of 2021-05-05 is upcoming
      And on 2021-05-19 the sending in of the minutes of 2021-05-05 is outstanding

    Scenario: Moved to the day for which it is planned
      When the meeting of 2021-02-12 is moved to 2021-02-12
      Then it is refused as "MeetingPlannedThen"

  @M1
  Rule: A meeting is held once, not before it happens, and not when it was cancelled

    Scenario Outline: A meeting in the future
      Given a network meeting is planned for <day>
      When the meeting of <day> is held
      Then it is refused as "InTheFuture"

      Examples: Today is 15 June 2021
        | day        |
        | 2021-06-16 |
        | 2022-06-15 |

    Scenario: A meeting held today is no meeting in the future
      Given a network meeting is planned for 2021-06-15
      When the meeting of 2021-06-15 is held
      Then on 2021-06-15 the sending in of the minutes of 2021-06-15 is outstanding

    Scenario: The same meeting is held twice
      Given the meeting of 2021-02-12 is held
      When the meeting of 2021-02-12 is held on 2021-02-13
      Then it is refused as "MeetingIsHeld"

    Scenario: The very same is told twice
      Given the meeting of 2021-02-12 is held
      When the meeting of 2021-02-12 is held
      Then it is refused as "AlreadyRecorded"

    Scenario: A cancelled meeting is held
      Given the meeting of 2021-02-12 is cancelled on 2021-02-10
      When the meeting of 2021-02-12 is held
      Then it is refused as "MeetingIsCancelled"

    Scenario: A meeting that was held is cancelled
      Given the meeting of 2021-02-12 is held
      When the meeting of 2021-02-12 is cancelled on 2021-02-13
      Then it is refused as "MeetingIsHeld"

    Scenario: A meeting that was held is moved
      Given the meeting of 2021-02-12 is held
      When the meeting of 2021-02-12 is moved to 2021-02-19
      Then it is refused as "MeetingIsHeld"

    Scenario: A meeting is held before its notice went out
      Given the notice of the meeting of 2021-02-12 goes out on 2021-02-15
      When the meeting of 2021-02-12 is held
      Then it is refused as "MeetingPrecedesItsPlanning"

    Scenario: The notice goes out after the meeting
      Given the meeting of 2021-02-12 is held
      When the notice of the meeting of 2021-02-12 goes out on 2021-02-13
      Then it is refused as "FollowsMeeting"

    Scenario: The same day is planned twice
      When a network meeting is planned for 2021-02-12
      Then it is refused as "AlreadyRecorded"

    Scenario: Another meeting on the same day needs a name of its own
      When a principals' meeting is planned for 2021-02-12
      Then it is refused as "MeetingExists"

    Scenario: A kind of meeting that the mandate does not have
      When a meeting of the kind "picnic" is planned for 2021-07-01
      Then it is refused as "MeetingKindUnknown"

    Scenario: A meeting that nobody planned
      When the meeting of 2021-03-19 is held
      Then it is refused as "ReferenceUnknown"

  @Se2
  Rule: The host is a member of the network

    Scenario: A host that is no member
      When "Göteborg" is to host a network meeting on 2021-09-17
      Then it is refused as "NotAMember"


    Scenario: A member is one through its last day
      Given "Vara" leaves the network with 2021-05-31
      And a network meeting is planned for 2021-05-31
      When "Vara" takes over as host of the meeting of 2021-05-31
      Then on 2021-06-15 the sending in of the minutes of 2021-05-31 is upcoming
      And it is owed by "Vara"

    Scenario: Who has left the network hosts a last meeting
      Given "Vara" leaves the network with 2021-05-31
      And a network meeting is planned for 2021-06-01
      When "Vara" takes over as host of the meeting of 2021-06-01
      Then on 2021-06-15 the sending in of the minutes of 2021-06-01 is upcoming
      And it is owed by "Vara"

    Scenario: A host that joins after the meeting
      Given "Göteborg" joins the network on 2021-06-02
      And a network meeting is planned for 2021-06-01
      When "Göteborg" takes over as host of the meeting of 2021-06-01
      Then it is refused as "NotAMember"

    Scenario: The host is replaced by itself
      Given "Skövde" is to host a network meeting on 2021-09-17
      When "Skövde" takes over as host of the meeting of 2021-09-17
      Then it is refused as "HostAlready"

    Scenario: Attendance of a municipality that is no member
      When the meeting of 2021-02-12 is held, attended by
        | municipality | expected | present |
        | Göteborg     | 1        | 1       |
      Then it is refused as "NotAMember"

    Scenario: Attendance of nobody in particular
      When the meeting of 2021-02-12 is held, attended by somebody who is not named
      Then it is refused as "AttendanceImpossible"

  Rule: Decisions and tasks come from meetings that were held

    Scenario: A decision of a meeting that was not held
      When the meeting of 2021-02-12 decides "En arbetsgrupp bildas."
      Then it is refused as "MeetingNotHeld"

    Scenario: A task is given, and done once
      Given the meeting of 2021-02-12 is held
      And the meeting of 2021-02-12 gives "Björn Ek" the task "Kartlägg utbildningarna."
      And the task of the meeting of 2021-02-12 is done on 2021-03-19
      When the task of the meeting of 2021-02-12 is done on 2021-03-20
      Then it is refused as "ActionUnknown"

    Scenario: A task is done before the meeting that gave it
      Given the meeting of 2021-02-12 is held
      And the meeting of 2021-02-12 gives "Björn Ek" the task "Kartlägg utbildningarna."
      When the task of the meeting of 2021-02-12 is done on 2021-02-11
      Then it is refused as "PrecedesMeeting"

    Scenario: The same task is given twice
      Given the meeting of 2021-02-12 is held
      And the meeting of 2021-02-12 gives "Björn Ek" the task "Kartlägg utbildningarna."
      When the meeting of 2021-02-12 gives "Anna Lund" the task "Kartlägg utbildningarna."
      Then it is refused as "ActionExists"

    Scenario: A task that was taken to a later meeting is done once
      Given a network meeting is planned for 2021-03-19
      And the meeting of 2021-02-12 is held
      And the meeting of 2021-03-19 is held
      And the meeting of 2021-02-12 gives "Björn Ek" the task "Kartlägg utbildningarna."
      And the task of the meeting of 2021-02-12 is taken to that of 2021-03-19 on 2021-03-19
      And the task of the meeting of 2021-03-19 is done on 2021-03-20
      When the task of the meeting of 2021-03-19 is done on 2021-03-21
      Then it is refused as "ActionUnknown"

    Scenario: A task that no meeting took to another is unknown there
      Given a network meeting is planned for 2021-03-19
      And the meeting of 2021-02-12 is held
      And the meeting of 2021-03-19 is held
      And the meeting of 2021-02-12 gives "Björn Ek" the task "Kartlägg utbildningarna."
      When the task of the meeting of 2021-03-19 is done on 2021-03-20
      Then it is refused as "ActionUnknown"
