Feature: Questions about roles

  Background:
    Given it is 2021-12-31
    And the mandate for 2021 is adopted on 2021-01-13

  @Q10 @O1
  Rule: Who was chair, who was secretary, on a day?

    Scenario: On the day of a meeting
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-08-31
      And "Björn Ek" holds the role of presidium from 2021-01-01
      And "Cecilia Holm" holds the role of presidium from 2021-01-01
      And "David Norén" holds the role of school chief from 2021-01-01
      And "Skövde" is to host a network meeting on 2021-02-12
      And the meeting of 2021-02-12 is held
      When it is asked on 2021-02-12 who holds which role
      Then the answer is
        | role         | held by      | starts     | ends       | meeting    |
        | chair        | Anna Lund    | 2021-01-01 | 2021-08-31 | -          |
        | presidium    | Björn Ek     | 2021-01-01 | -          | -          |
        | presidium    | Cecilia Holm | 2021-01-01 | -          | -          |
        | secretary    | Skövde       | 2021-02-12 | 2021-02-12 | 2021-02-12 |
        | school chief | David Norén  | 2021-01-01 | -          | -          |

    Scenario: One person holds a role for two members
      Given "Anna Lund" holds the role of school chief for "Skövde" from 2021-01-01
      And "Anna Lund" holds the role of school chief for "Skara" from 2021-01-01
      And "Anna Lund" gives up the role of school chief for "Skara" with 2021-06-30
      When it is asked on 2021-06-30 who holds which role
      Then the answer includes
        | role         | held by   | for    | ends       |
        | school chief | Anna Lund | Skara  | 2021-06-30 |
        | school chief | Anna Lund | Skövde | -          |

    Scenario Outline: The last day and the day after
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-08-31
      And "Eva Strand" holds the role of chair from 2021-10-01
      When it is asked on <day> who holds which role
      Then the answer includes
        | role  | held by  |
        | chair | <holder> |

      Examples: One month nobody held it
        | day        | holder     |
        | 2021-08-31 | Anna Lund  |
        | 2021-09-01 | -          |
        | 2021-09-30 | -          |
        | 2021-10-01 | Eva Strand |

  @Q17 @O1
  Rule: Which duties fell into a vacancy?

    Scenario: A meeting while there was no chair
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-08-31
      And a network meeting is planned for 2021-06-11
      And a network meeting is planned for 2021-09-17
      And the meeting of 2021-06-11 is held, led by "Anna Lund"
      And the meeting of 2021-09-17 is held, led by "Björn Ek"
      When it is asked on 2021-12-31 which duties fell into a vacancy
      Then the answer includes
        | what is owed                             | role  | verdict      |
        | the leading of the meeting of 2021-09-17 | chair | undetermined |
        | the chair's feedback to the principal    | chair | outstanding  |
      And the answer does not speak of the leading of the meeting of 2021-06-11

    Scenario: What is void fell into no vacancy
      Given a network meeting is planned for 2021-09-17
      And the meeting of 2021-09-17 is cancelled on 2021-09-13
      When it is asked on 2021-12-31 which duties fell into a vacancy
      Then the answer does not speak of the leading of the meeting of 2021-09-17

  @Q18 @O1
  Rule: Did two people hold a one-person role at once?

    Scenario: For a month there were two chairs
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-08-31
      And "Eva Strand" holds the role of chair from 2021-08-01
      When it is asked on 2021-12-31 whether two held a one-person role at once
      Then the answer is
        | role  | held by               | starts     | ends       |
        | chair | Anna Lund, Eva Strand | 2021-08-01 | 2021-08-31 |

    Scenario: The one after the other is not at once
      Given "Anna Lund" holds the role of chair from 2021-01-01 to 2021-08-31
      And "Eva Strand" holds the role of chair from 2021-09-01
      When it is asked on 2021-12-31 whether two held a one-person role at once
      Then the answer is that there is none

    @P1
    Scenario: The presidium is for several
      Given "Björn Ek" holds the role of presidium from 2021-01-01
      And "Cecilia Holm" holds the role of presidium from 2021-01-01
      When it is asked on 2021-12-31 whether two held a one-person role at once
      Then the answer is that there is none
