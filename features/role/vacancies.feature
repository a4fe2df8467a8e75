Feature: Vacancies
  That a role is filled, or filled by so many, is owed all the time. Each time that the number is lost, a new time
  begins in which it is to be restored.

  @part-kept @part-holders
  Rule: A vacant chair is filled within thirty days

    Background:
      Given a board whose mandate says that a vacant chair is filled within 30 days
      And it is 2021-12-31
      And "Anna Lund" holds the role of chair from 2021-01-01 to 2021-03-31

    @verdict-upcoming @verdict-overdue
    Scenario: The thirtieth day after the chair fell vacant, and the day after
      Then on 2021-12-31 the filling of the chair since 2021-01-01 is fulfilled
      And on 2021-03-31 the filling of the chair since 2021-04-01 is not owed
      And on 2021-05-01 the filling of the chair since 2021-04-01 is upcoming
      And it is due 2021-05-01
      And on 2021-05-02 the filling of the chair since 2021-04-01 is overdue by 1 day

    @verdict-fulfilled @verdict-fulfilled-late
    Scenario Outline: A new chair in time, and a day late
      When "Björn Ek" holds the role of chair from <day>
      Then on 2021-12-31 the filling of the chair since 2021-04-01 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-05-01 | fulfilled      |
        | 2021-05-02 | fulfilled late |

    Scenario: A second vacancy has a time of its own
      Given "Björn Ek" holds the role of chair from 2021-04-15 to 2021-08-31
      Then on 2021-12-31 the filling of the chair since 2021-04-01 is fulfilled
      And on 2021-10-01 the filling of the chair since 2021-09-01 is upcoming
      And on 2021-10-02 the filling of the chair since 2021-09-01 is overdue by 1 day

    Scenario: From one chair to the next there is no vacancy
      Given "Björn Ek" holds the role of chair from 2021-04-01
      Then on 2021-12-31 the filling of the chair since 2021-04-01 is not owed

  Rule: A role that is never vacant is filled at once

    Background:
      Given a board whose mandate says that the chair is never vacant
      And it is 2021-12-31
      And "Anna Lund" holds the role of chair from 2021-01-01 to 2021-03-31

    Scenario: A single day without a chair is a day too many
      Given "Björn Ek" holds the role of chair from 2021-04-02
      Then on 2021-04-02 the filling of the chair since 2021-04-01 is fulfilled late by 1 day

    Scenario: Not a day without a chair
      Given "Björn Ek" holds the role of chair from 2021-04-01
      Then on 2021-12-31 the filling of the chair since 2021-04-01 is not owed

  Rule: Not too few and not too many

    Background:
      Given a board whose mandate says that the board has 2 or 3 members
      And it is 2021-12-31
      And "Anna Lund" holds the role of member of the board from 2021-01-01
      And "Björn Ek" holds the role of member of the board from 2021-01-01

    Scenario: The third member is not one too many
      Given "Cecilia Holm" holds the role of member of the board from 2021-03-01
      Then on 2021-12-31 the size of the board since 2021-01-01 is fulfilled
      And on 2021-12-31 the size of the board since 2021-03-01 is not owed

    Scenario Outline: The fourth is, and somebody leaves within a month
      Given "Cecilia Holm" holds the role of member of the board from 2021-03-01
      And "David Norén" holds the role of member of the board from 2021-06-01
      When "Anna Lund" gives up the role of member of the board with <last>
      Then on 2021-12-31 the size of the board since 2021-06-01 is <verdict>

      Examples:
        | last       | verdict        |
        | 2021-06-30 | fulfilled      |
        | 2021-07-01 | fulfilled late |

    Scenario: A single one is too few
      When "Anna Lund" gives up the role of member of the board with 2021-05-31
      Then on 2021-07-01 the size of the board since 2021-06-01 is upcoming
      And on 2021-07-02 the size of the board since 2021-06-01 is overdue by 1 day

  Rule: So many from one side

    Background:
      Given a board whose mandate says that two members of the board come from the workers' side
      And it is 2021-12-31
      And "Cecilia Holm" holds the role of representative of the workers from 2021-01-01
      And "David Norén" holds the role of representative of the workers from 2021-01-01
      And "Eva Strand" holds the role of representative of the workers from 2021-01-01
      And "Cecilia Holm" holds the role of member of the board from 2021-01-01
      And "David Norén" holds the role of member of the board from 2021-01-01
      And "Anna Lund" holds the role of member of the board from 2021-01-01

    Scenario: Who represents the workers no longer leaves a seat of theirs
      Given "David Norén" gives up the role of representative of the workers with 2021-05-31
      And "Eva Strand" holds the role of member of the board from 2021-07-01
      Then on 2021-12-31 the filling of the workers' seats since 2021-01-01 is fulfilled
      And on 2021-06-30 the filling of the workers' seats since 2021-06-01 is upcoming
      And on 2021-07-01 the filling of the workers' seats since 2021-06-01 is fulfilled

    Scenario: Somebody from elsewhere does not fill it
      Given "David Norén" gives up the role of representative of the workers with 2021-05-31
      And "Björn Ek" holds the role of member of the board from 2021-06-15
      Then on 2021-07-01 the filling of the workers' seats since 2021-06-01 is upcoming
      And on 2021-07-02 the filling of the workers' seats since 2021-06-01 is overdue by 1 day
