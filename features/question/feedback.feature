Feature: Questions about feedback

  Background:
    Given it is 2021-12-31
    And the mandate for 2021 is adopted on 2021-01-13
    And "Anna Lund" holds the role of chair from 2021-01-01
    And "David Norén" holds the role of school chief from 2021-01-01

  @Q15 @O2 @C1 @C2
  Rule: Which feedback loops are open, in each direction?

    Scenario: At first all four
      When it is asked on 2021-02-01 which feedback is open
      Then the answer is
        | what is owed                                        | held by     | owed to                     | verdict     |
        | the passing on of the principal's messages          | David Norén | the network                 | outstanding |
        | the passing on of the network's messages            | David Norén | the principal               | outstanding |
        | the chair's feedback to the heads of administration | Anna Lund   | the heads of administration | outstanding |
        | the chair's feedback to the principal               | Anna Lund   | the principal               | outstanding |

    Scenario: Each loop is closed by itself
      Given "Anna Lund" gives feedback as chair to the principal on 2021-06-15
      And "David Norén" gives feedback as school chief to the network on 2021-09-17
      When it is asked on 2021-12-31 which feedback is open
      Then the answer is
        | what is owed                                        |
        | the passing on of the network's messages            |
        | the chair's feedback to the heads of administration |

  @Q16 @O2
  Rule: Were both recipients of the chair's feedback informed?

    Scenario Outline: The principal in June, the heads of administration never
      Given "Anna Lund" gives feedback as chair to the principal on 2021-06-15
      When it is asked on <day> whether both recipients of the chair's feedback were informed
      Then the answer is
        | owed to                     | informed    | informed on |
        | the heads of administration | no          | -           |
        | the principal               | <principal> | <on>        |

      Examples:
        | day        | principal | on         |
        | 2021-06-14 | no        | -          |
        | 2021-06-15 | yes       | 2021-06-15 |
