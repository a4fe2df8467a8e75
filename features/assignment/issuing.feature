Feature: Giving assignments
  The principal gives the network its assignments for the coming year. Those of 2021 stand in the mandate itself
  and are given with its adoption.

  Background:
    Given it is 2022-06-30
    And the mandate for 2021 is adopted on 2021-01-13

  @U0
  Rule: The principal gives the network its assignments for each year

    @verdict-fulfilled
    Scenario: The assignments of 2021 are given with the mandate
      Then on 2021-01-13 the giving of assignments for 2021 is fulfilled
      And it is owed by "The network of school chiefs"
      And it is owed to "Adult education"

    @verdict-outstanding
    Scenario Outline: Nobody gave assignments for 2022
      Then on <day> the giving of assignments for 2022 is <verdict>
      And it has no deadline

      Examples:
        | day        | verdict     |
        | 2022-01-01 | outstanding |
        | 2022-06-30 | outstanding |

    Scenario: The year 2022 owes nothing before it begins
      Then on 2021-12-31 the giving of assignments for 2022 is not owed

    Scenario: An assignment given during the year settles it from that day on
      When on 2022-03-01 the principal gives the assignment "distansstudier" towards goal 2, to be reported 2022-12
      Then on 2022-02-28 the giving of assignments for 2022 is outstanding
      And on 2022-03-01 the giving of assignments for 2022 is fulfilled

  Rule: An assignment outside the mandate's clauses is owed like any other

    @U0 @verdict-upcoming @verdict-overdue
    Scenario Outline: A report that only the assignment asks for
      When on 2021-08-20 the principal gives the assignment "distansstudier" towards goal 2, to be reported 2021-11
      Then on <day> the final report on "distansstudier" is <verdict>
      And it is owed by "Adult education"
      And it is owed to "The network of school chiefs"

      Examples:
        | day        | verdict  |
        | 2021-08-20 | upcoming |
        | 2021-11-30 | upcoming |
        | 2021-12-01 | overdue  |

    Scenario: It is not owed before it was given
      When on 2021-08-20 the principal gives the assignment "distansstudier" towards goal 2, to be reported 2021-11
      Then on 2021-08-19 the final report on "distansstudier" is not owed

  Rule: An assignment that makes no sense is refused

    Scenario: The same assignment is given twice
      Given on 2021-08-20 the principal gives the assignment "distansstudier" towards goal 2, to be reported 2021-11
      When on 2021-09-20 the principal gives the assignment "distansstudier" towards goal 2, to be reported 2021-11
      Then it is refused as "AssignmentExists"

    Scenario: It serves a goal that the mandate does not have
      When on 2021-08-20 the principal gives the assignment "distansstudier" towards goal 4, to be reported 2021-11
      Then it is refused as "GoalUnknown"

    Scenario: It is given before there was a network
      When on 2020-12-31 the principal gives the assignment "distansstudier" towards goal 2, to be reported 2021-11
      Then it is refused as "NetworkNotYetEstablished"

    Scenario: It is given on a day that is yet to come
      When on 2022-07-01 the principal gives the assignment "distansstudier" towards goal 2, to be reported 2022-11
      Then it is refused as "InTheFuture"
