Feature: What is owed only on a condition
  Some duties hold only for some meetings, or only where something was recorded, or while a role is filled or vacant, or
  with so many members. What depends on a record holds from the day of that record.

  Rule: Only at some kinds of meeting

    Background:
      Given a board whose mandate says that the minutes of an extraordinary meeting are published within 14 days
      And it is 2021-12-31

    @part-kinds
    Scenario: After an extraordinary meeting, and after no other
      Given the board met on 2021-02-12
      And extraordinary meetings were held on 2021-03-17
      Then on 2021-12-31 the publication of the minutes of 2021-02-12 is not owed
      And on 2021-03-31 the publication of the minutes of 2021-03-17 is upcoming
      And on 2021-04-01 the publication of the minutes of 2021-03-17 is overdue by 1 day

  @part-recorded
  Rule: Only where something was recorded

    Background:
      Given a board whose mandate says that where a meeting takes a decision, its minutes are published within 14 days
      And it is 2021-12-31
      And the board met on 2021-03-17

    Scenario: With a decision
      When the meeting of 2021-03-17 decides "A new roof"
      Then on 2021-03-31 the publication of the minutes of 2021-03-17 is upcoming
      And on 2021-04-01 the publication of the minutes of 2021-03-17 is overdue by 1 day

    Scenario: Without a decision
      Then on 2021-12-31 the publication of the minutes of 2021-03-17 is not owed

  @part-not-recorded
  Rule: Only where something was not recorded

    Background:
      Given a board whose mandate says that unless the minutes are sent in, the owners are told of the meeting within 30 days
      And it is 2021-12-31
      And the board met on 2021-03-17

    @verdict-overdue
    Scenario: As long as there are no minutes
      Then on 2021-04-16 telling the owners of the meeting of 2021-03-17 is upcoming
      And on 2021-04-17 telling the owners of the meeting of 2021-03-17 is overdue by 1 day

    @verdict-void
    Scenario: With the minutes it is owed no longer
      When the minutes of 2021-03-17 are sent in on 2021-04-01
      Then on 2021-03-31 telling the owners of the meeting of 2021-03-17 is upcoming
      And on 2021-04-01 telling the owners of the meeting of 2021-03-17 is void

  @part-role-vacant
  Rule: Only while a role is vacant

    Scenario Outline: The vice chair's last day is the day before the meeting
      Given a board whose mandate says that where the vice chair is vacant, the secretary prepares each meeting
      And "Björn Ek" holds the role of vice chair from 2021-01-01 to 2021-03-16
      And it is 2021-12-31
      And the board met on <day>
      Then on 2021-12-31 the preparing of the meeting of <day> <owed>

      Examples:
        | day        | owed           |
        | 2021-03-16 | is not owed    |
        | 2021-03-17 | is outstanding |

  @part-role-held
  Rule: Only while a role is filled

    Scenario Outline: The vice chair's first day
      Given a board whose mandate says that where there is a vice chair, the secretary prepares each meeting
      And "Björn Ek" holds the role of vice chair from 2021-03-17
      And it is 2021-12-31
      And the board met on <day>
      Then on 2021-12-31 the preparing of the meeting of <day> <owed>

      Examples:
        | day        | owed           |
        | 2021-03-16 | is not owed    |
        | 2021-03-17 | is outstanding |

  @part-members-at-least
  Rule: Only with so many members or more

    Scenario Outline: The fourth member joins on 17 March
      Given a board whose mandate says that with 4 members or more, the minutes are published within 14 days
      And it is 2021-12-31
      And "Eka" joins the network on 2021-03-17
      And the board met on <day>
      Then on <day> the publication of the minutes of <day> <owed>

      Examples:
        | day        | owed        |
        | 2021-03-16 | is not owed |
        | 2021-03-17 | is upcoming |

  @part-members-at-most
  Rule: Only with so many members or fewer

    Scenario Outline: The third member leaves with 16 March
      Given a board whose mandate says that with 2 members or fewer, the minutes are published within 14 days
      And it is 2021-12-31
      And "Dal" leaves the network with 2021-03-16
      And the board met on <day>
      Then on <day> the publication of the minutes of <day> <owed>

      Examples:
        | day        | owed        |
        | 2021-03-16 | is not owed |
        | 2021-03-17 | is upcoming |
