Feature: How many members there are
  A body needs so many members, all in all or on one of its sides. A member counts through its last day, and from its
  first.

  @part-members
  Rule: At least three members

    Background:
      Given a board whose mandate says that there are at least 3 members, and a gap is filled within 2 months
      And it is 2021-12-31
      And "Dal" leaves the network with 2021-03-31

    @verdict-upcoming @verdict-overdue
    Scenario: Two months after the number was lost, and the day after
      Then on 2021-12-31 the number of members since 2021-01-01 is fulfilled
      And on 2021-06-01 the number of members since 2021-04-01 is upcoming
      And it is due 2021-06-01
      And on 2021-06-02 the number of members since 2021-04-01 is overdue by 1 day

    @verdict-fulfilled @verdict-fulfilled-late
    Scenario Outline: A new member fills the gap
      When "Eka" joins the network on <day>
      Then on 2021-12-31 the number of members since 2021-04-01 is <verdict>

      Examples:
        | day        | verdict        |
        | 2021-06-01 | fulfilled      |
        | 2021-06-02 | fulfilled late |

  Rule: At most three members

    Background:
      Given a board whose mandate says that there are at most 3 members
      And it is 2021-12-31

    Scenario: A fourth member is one too many, and at once
      When "Eka" joins the network on 2021-03-01
      And "Dal" leaves the network with 2021-03-31
      Then on 2021-03-02 the number of members since 2021-03-01 is overdue by 1 day
      And on 2021-03-31 the number of members since 2021-03-01 is overdue by 30 days
      And on 2021-04-01 the number of members since 2021-03-01 is fulfilled late by 31 days

    Scenario: Three are not
      Then on 2021-12-31 the number of members since 2021-01-01 is fulfilled

  Rule: At least two members on one side

    Background:
      Given a board whose mandate says that there are at least 2 members on the workers' side, and a gap is filled within 2 months
      And it is 2021-12-31
      And "Dal" leaves the network with 2021-03-31

    Scenario: A member that is on no side does not help
      When "Eka" joins the network on 2021-05-01
      Then on 2021-06-01 the number of members since 2021-04-01 is upcoming
      And on 2021-06-02 the number of members since 2021-04-01 is overdue by 1 day

    Scenario: One of that side does
      When "Dal" joins the network on 2021-06-01
      Then on 2021-06-01 the number of members since 2021-04-01 is fulfilled
