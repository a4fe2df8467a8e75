Feature: The presidium's work
  The presidium makes the work plan, coordinates the working groups, informs the principal, and sends in the register
  and the dates of the meetings. For none of it the mandate gives a deadline.

  Background:
    Given it is 2022-06-30
    And the mandate for 2021 is adopted on 2021-01-13
    And "Björn Ek" holds the role of presidium from 2021-01-01

  @P1 @part-each-year
  Rule: The presidium makes a work plan for each calendar year

    @verdict-outstanding @verdict-fulfilled
    Scenario: The plan for the year is adopted during the year
      When the work plan for 2021 is adopted on 2021-01-27
      Then on 2021-01-26 the work plan for 2021 is outstanding
      And on 2021-01-27 the work plan for 2021 is fulfilled
      And it is owed by "Björn Ek"
      And the reason is "Done 2021-01-27; the mandate gives no deadline."

    Scenario: A plan adopted the year before is there on the first of January
      When the work plan for 2022 is adopted on 2021-12-15
      Then on 2021-12-31 the work plan for 2022 is not owed
      And on 2022-01-01 the work plan for 2022 is fulfilled

    Scenario: Each year needs a plan of its own
      When the work plan for 2021 is adopted on 2021-01-27
      Then on 2021-12-31 the work plan for 2021 is fulfilled
      And on 2022-01-01 the work plan for 2022 is outstanding

    Scenario: Without a deadline a plan is never late, not even after its year
      When the work plan for 2021 is adopted on 2022-03-01
      Then on 2021-12-31 the work plan for 2021 is outstanding
      And on 2022-02-28 the work plan for 2021 is outstanding
      And on 2022-03-01 the work plan for 2021 is fulfilled

  @P3
  Rule: The presidium coordinates the working groups

    @verdict-undetermined
    Scenario: A group that reports speaks of it, and settles nothing
      Given the working group "Språkstöd" is formed on 2021-02-12
      When the working group "Språkstöd" reports on 2021-05-07
      Then on 2021-05-06 the coordination of the working groups is undetermined
      And nothing is evidence for it
      And on 2021-05-07 the coordination of the working groups is undetermined
      And it is evidenced by
        | what happened          | on         |
        | working group reported | 2021-05-07 |

    Scenario: A group that was never formed reports
      When the working group "Språkstöd" reports on 2021-05-07
      Then it is refused as "GroupUnknown"

    Scenario: A group reports before it was formed
      Given the working group "Språkstöd" is formed on 2021-02-12
      When the working group "Språkstöd" reports on 2021-02-11
      Then it is refused as "GroupUnknown"

    Scenario: A group is formed twice
      Given the working group "Språkstöd" is formed on 2021-02-12
      When the working group "Språkstöd" is formed on 2021-03-19
      Then it is refused as "GroupExists"

    Scenario Outline: A group reports through its last day, and once more when it is dissolved
      Given the working group "Språkstöd" is formed on 2021-02-12
      And the working group "Språkstöd" is dissolved on 2021-06-11
      When the working group "Språkstöd" reports on <day>
      Then on 2021-12-31 the coordination of the working groups is undetermined
      And it is evidenced by
        | what happened          | on    |
        | working group reported | <day> |

      Examples:
        | day        |
        | 2021-02-12 |
        | 2021-06-11 |
        | 2021-06-12 |


  @P4 @part-standing
  Rule: The presidium informs the principal by a summary

    @verdict-outstanding @verdict-fulfilled
    Scenario: A summary is sent
      When a summary is sent to the principal on 2021-12-10
      Then on 2021-12-09 the summary for the principal is outstanding
      And it is owed to "The network of school chiefs"
      And on 2021-12-10 the summary for the principal is fulfilled

    Scenario: A summary for somebody else does not inform the principal
      When a summary is sent to the heads of administration on 2021-12-10
      Then on 2021-12-10 the summary for the principal is outstanding

  @P5
  Rule: The register of people is sent in

    @verdict-outstanding @verdict-fulfilled
    Scenario: The register is sent in
      When the register of people is sent in on 2021-02-03
      Then on 2021-02-02 the sending in of the register is outstanding
      And it is owed to "utbildning@skaraborg.se"
      And on 2021-02-03 the sending in of the register is fulfilled

  @P6
  Rule: The dates of the meetings are sent in

    @verdict-outstanding @verdict-fulfilled
    Scenario: The dates are sent in
      When the meeting dates 2021-02-12, 2021-03-19 are sent in on 2021-02-01
      Then on 2021-01-31 the sending in of the meeting dates is outstanding
      And on 2021-02-01 the sending in of the meeting dates is fulfilled
