Feature: Each command once, and all of it or nothing
  A program that gets no answer may give its command again under the same name: it is carried out once. Several facts
  that belong together are recorded together, or none of them is.

  Background:
    Given it is 2021-06-07
    And the mandate for 2021 is adopted on 2021-01-13
    And a network meeting is planned for 2021-02-12

  Rule: A command that is repeated under its name is recorded once

    @U1
    Scenario: The answer was lost and the command is given again
      Given under the name "brev 17" the partial report on "language support" is submitted on 2021-05-31
      When under the name "brev 17" the partial report on "language support" is submitted on 2021-05-31
      Then it had been recorded before
      And the partial report on "language support" was recorded once

    @U1
    Scenario: The name stands for another command
      Given under the name "brev 17" the partial report on "language support" is submitted on 2021-05-31
      When under the name "brev 17" the partial report on "learning centres" is submitted on 2021-05-31
      Then it is refused as "CommandIdReused"

    @U1
    Scenario: The same fact without a name is no repetition but a mistake
      Given the partial report on "language support" is submitted on 2021-05-31
      When the partial report on "language support" is submitted on 2021-05-31
      Then it is refused as "AlreadyRecorded"

  Rule: What belongs together is recorded all or not at all

    @Se2
    Scenario: The meeting and its minutes, as one
      When as one, the meeting of 2021-02-12 is held and its minutes are sent in on 2021-02-19
      Then on 2021-02-12 the leading of the meeting of 2021-02-12 is undetermined
      And on 2021-02-19 the sending in of the minutes of 2021-02-12 is fulfilled

    @Se2
    Scenario: When the second part is refused, the first is not recorded either
      When as one, the meeting of 2021-02-12 is held and its minutes are sent in on 2021-02-11
      Then it is refused as "MinutesPrecedeMeeting"
      And on 2021-06-07 the sending in of the minutes of 2021-02-12 is upcoming

  Rule: Nothing is recorded without saying who records it

    @U1
    Scenario: Nobody says who acts
      When nobody in particular submits the partial report on "language support" on 2021-05-31
      Then it is refused as "ActorMissing"

    @U1
    Scenario: Somebody acts who is not known
      When the unregistered "Nils Nilsson" submits the partial report on "language support" on 2021-05-31
      Then it is refused as "PartyUnknown"

  Rule: What is given must be understood

    @U1
    Scenario Outline: A day that is no day
      When the partial report on "language support" is submitted on "<day>"
      Then it is refused as "DateNotUnderstood"

      Examples:
        | day        |
        | 2021-02-29 |
        | 2021-04-31 |
        | 31/5 2021  |
        | i maj      |

    @U1
    Scenario: A report for which the assignment does not ask
      When the report "halvtid" on "language support" is submitted on 2021-05-31
      Then it is refused as "ReportUnknown"
