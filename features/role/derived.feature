Feature: Roles that follow from something else
  Nobody is appointed to some roles: whoever led the meeting has one, or whoever holds another role has this one, too.

  Rule: Who leads a meeting may have a duty after it

    Background:
      Given a board whose mandate says that who leads a meeting sends in its minutes
      And it is 2021-12-31
      And a meeting is planned for 2021-03-17

    @verdict-outstanding
    Scenario: The one who led it owes the minutes
      When the meeting of 2021-03-17 is held, led by "Björn Ek"
      Then on 2021-03-17 the sending in of the minutes of 2021-03-17 is outstanding
      And it is owed by "Björn Ek"

    Scenario: Who led it was not told, so nobody is known to owe them
      When the meeting of 2021-03-17 is held
      Then on 2021-03-17 the sending in of the minutes of 2021-03-17 is outstanding
      And it is owed by nobody, for the role is vacant

  Rule: Who holds one role may hold another with it

    Background:
      Given a board whose mandate says that the vice chair is also the keeper of the register, which is sent in by 31 March each year
      And it is 2021-12-31

    @verdict-overdue
    Scenario: The vice chair on the day on which it is due owes it
      Given "Björn Ek" holds the role of vice chair from 2021-01-01 to 2021-03-30
      And "Cecilia Holm" holds the role of vice chair from 2021-03-31
      Then on 2021-04-01 the sending in of the register for 2021 is overdue by 1 day
      And it is owed by "Cecilia Holm"

    Scenario: Where there is no vice chair, there is no keeper
      Then on 2021-04-01 the sending in of the register for 2021 is overdue by 1 day
      And it is owed by nobody, for the role is vacant
