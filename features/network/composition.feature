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

  Rule: More than half of the members on one side

    Background:
      Given a board whose mandate says that more than half of the members are on the workers' side
      And it is 2021-12-31

    Scenario: Two of three are more than half, two of four are not
      When "Eka" joins the network on 2021-03-01
      Then on 2021-02-28 the share of the members since 2021-01-01 is fulfilled
      And on 2021-03-01 the share of the members since 2021-03-01 is upcoming
      And on 2021-03-02 the share of the members since 2021-03-01 is overdue by 1 day
      And its explanation says "On 2021-03-01 2 of 4 were on the side. Of 4 at least 3 are asked for."

    Scenario: One of two is not more than half either
      When "Dal" leaves the network with 2021-03-31
      Then on 2021-04-02 the share of the members since 2021-04-01 is overdue by 1 day

  @part-holders
  Rule: At most a third of those in some roles

    Background:
      Given a board whose mandate says that at most a third of the board, the chair and the vice chair come from the employer
      And "Anna Lund" holds the role of chair from 2021-01-01
      And "Björn Ek" holds the role of member of the board from 2021-01-01
      And "Cecilia Holm" holds the role of member of the board from 2021-01-01
      And "Björn Ek" holds the role of representative of the employer from 2021-01-01
      And it is 2021-12-31

    Scenario: One of three is a third
      Then on 2021-12-31 the share of the employer since 2021-01-01 is fulfilled
      And its explanation says "On 2021-01-01 1 of 3 held the role. Of 3 at most 1 are allowed."

    Scenario: Two of three are more
      When "Anna Lund" holds the role of representative of the employer from 2021-04-01
      Then on 2021-04-02 the share of the employer since 2021-04-01 is overdue by 1 day

    Scenario: A representative who is not one of those is not counted
      When "David Norén" holds the role of representative of the employer from 2021-04-01
      Then on 2021-12-31 the share of the employer since 2021-04-01 is not owed
