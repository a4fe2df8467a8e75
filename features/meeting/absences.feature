Feature: Who misses meetings
  Some bodies want to be rid of members who never come. What is recorded of attendance says who missed how many meetings in
  a row; where nothing is recorded, nobody knows, and nothing follows from it.

  @part-each-event
  Rule: Who misses three meetings in a row leaves the board

    Background:
      Given a board whose mandate says that a member of the board who misses 3 meetings in a row leaves within 14 days
      And it is 2021-12-31
      And "Anna Lund" holds the role of member of the board from 2021-01-01
      And "Björn Ek" holds the role of member of the board from 2021-01-01
      And a meeting is planned for 2021-02-10
      And a meeting is planned for 2021-03-10
      And a meeting is planned for 2021-04-10
      And a meeting is planned for 2021-05-10
      And the meeting of 2021-02-10 is held with "Björn Ek" present
      And the meeting of 2021-03-10 is held with "Björn Ek" present

    @verdict-upcoming @verdict-overdue @verdict-fulfilled
    Scenario: The third meeting calls for it
      Given the meeting of 2021-04-10 is held with "Björn Ek" present
      When "Anna Lund" gives up the role of member of the board with 2021-04-25
      Then on 2021-04-09 the leaving of "Anna Lund" after the meeting of 2021-04-10 is not owed
      And on 2021-04-24 the leaving of "Anna Lund" after the meeting of 2021-04-10 is upcoming
      And on 2021-04-25 the leaving of "Anna Lund" after the meeting of 2021-04-10 is fulfilled late by 1 day

    Scenario: A run that goes on calls for it once
      Given the meeting of 2021-04-10 is held with "Björn Ek" present
      And the meeting of 2021-05-10 is held with "Björn Ek" present
      Then on 2021-12-31 the leaving of "Anna Lund" after the meeting of 2021-05-10 is not owed

    Scenario: Who came to one of them has broken the run
      Given the meeting of 2021-04-10 is held with "Anna Lund", "Björn Ek" present
      And the meeting of 2021-05-10 is held with "Björn Ek" present
      Then on 2021-12-31 the leaving of "Anna Lund" after the meeting of 2021-04-10 is not owed
      And on 2021-12-31 the leaving of "Anna Lund" after the meeting of 2021-05-10 is not owed

    Scenario: Where attendance was not told, nothing follows
      Given the meeting of 2021-04-10 is held
      And the meeting of 2021-05-10 is held with "Björn Ek" present
      Then on 2021-12-31 the leaving of "Anna Lund" after the meeting of 2021-04-10 is not owed
      And on 2021-12-31 the leaving of "Anna Lund" after the meeting of 2021-05-10 is not owed

    Scenario: An apology changes nothing where the mandate does not speak of any
      Given the meeting of 2021-04-10 is held with "Björn Ek" present and an apology of "Anna Lund"
      Then on 2021-04-25 the leaving of "Anna Lund" after the meeting of 2021-04-10 is overdue by 1 day

  Rule: An apology excuses where the mandate says so

    Scenario: The third meeting was missed with an apology
      Given a board whose mandate says that a member of the board who misses 3 meetings in a row without an apology leaves within 14 days
      And it is 2021-12-31
      And "Anna Lund" holds the role of member of the board from 2021-01-01
      And a meeting is planned for 2021-02-10
      And a meeting is planned for 2021-03-10
      And a meeting is planned for 2021-04-10
      And the meeting of 2021-02-10 is held with "Björn Ek" present
      And the meeting of 2021-03-10 is held with "Björn Ek" present
      When the meeting of 2021-04-10 is held with "Björn Ek" present and an apology of "Anna Lund"
      Then on 2021-12-31 the leaving of "Anna Lund" after the meeting of 2021-04-10 is not owed
