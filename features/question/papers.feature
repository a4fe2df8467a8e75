Feature: Questions about papers

  Background:
    Given it is 2021-01-20
    And the mandate for 2021 is adopted on 2021-01-13

  @Q19 @P1
  Rule: Is this year's work plan adopted?

    Scenario Outline: The plan for 2021 is adopted on 27 January
      Given it is 2021-12-31
      And the work plan for 2021 is adopted on 2021-01-27
      When it is asked on <day> whether the work plans are adopted
      Then the answer is
        | year | adopted   | adopted on | verdict   |
        | 2021 | <adopted> | <on>       | <verdict> |

      Examples:
        | day        | adopted | on         | verdict     |
        | 2021-01-26 | no      | -          | outstanding |
        | 2021-01-27 | yes     | 2021-01-27 | fulfilled   |

    Scenario: The next year has none yet
      Given it is 2022-01-15
      And the work plan for 2021 is adopted on 2021-01-27
      When it is asked on 2022-01-15 whether the work plans are adopted
      Then the answer is
        | year | adopted |
        | 2021 | yes     |
        | 2022 | no      |

  @Q20 @P5 @P6
  Rule: Were the dates and the register sent in, and are they still current?

    Scenario: Neither was
      When it is asked on 2021-01-20 whether dates and register were sent in and are current
      Then the answer is
        | what          | sent on | current | reason                |
        | meeting dates | -       | no      | It was never sent in. |
        | register      | -       | no      | It was never sent in. |

    Scenario: Both were, and nothing changed since
      Given a network meeting is planned for 2021-02-12
      And it is 2021-02-03
      And the meeting dates 2021-02-12 are sent in on 2021-02-01
      And the register of people is sent in on 2021-02-03
      When it is asked on 2021-02-03 whether dates and register were sent in and are current
      Then the answer is
        | what          | sent on    | current |
        | meeting dates | 2021-02-01 | yes     |
        | register      | 2021-02-03 | yes     |

    Scenario: A meeting was moved, and the chair is another one
      Given a network meeting is planned for 2021-05-05
      And it is 2021-02-03
      And the meeting dates 2021-05-05 are sent in on 2021-02-01
      And the register of people is sent in on 2021-02-03
      And it is 2021-04-12
      And the meeting of 2021-05-05 is moved to 2021-05-07
      And "Eva Strand" holds the role of chair from 2021-04-12
      When it is asked on 2021-04-12 whether dates and register were sent in and are current
      Then the answer is
        | what          | current | reason                                                  |
        | meeting dates | no      | Since then meetings were scheduled, moved or cancelled. |
        | register      | no      | Since then members or roles changed.                    |

    Scenario: The day before, both were still current
      Given a network meeting is planned for 2021-05-05
      And it is 2021-02-03
      And the meeting dates 2021-05-05 are sent in on 2021-02-01
      And the register of people is sent in on 2021-02-03
      And it is 2021-04-12
      And the meeting of 2021-05-05 is moved to 2021-05-07
      And "Eva Strand" holds the role of chair from 2021-04-12
      When it is asked on 2021-04-11, as known on 2021-04-11, whether dates and register were sent in and are current
      Then the answer is
        | what          | current |
        | meeting dates | yes     |
        | register      | yes     |

  @Q28 @Se2
  Rule: Does this file match the recorded digest?

    Scenario: The file that was sent in
      Given the network met on 2021-01-15
      And the minutes of 2021-01-15 are sent in on 2021-01-18 as the file "Protokoll. Nätverket beslutade att ..."
      When it is asked on 2021-01-20 where the file "Protokoll. Nätverket beslutade att ..." was recorded
      Then the answer is
        | what happened     | effective on | holds |
        | minutes submitted | 2021-01-18   | yes   |

    Scenario: A file in which one letter is another
      Given the network met on 2021-01-15
      And the minutes of 2021-01-15 are sent in on 2021-01-18 as the file "Protokoll. Nätverket beslutade att ..."
      When it is asked on 2021-01-20 where the file "Protokoll. Nätverket beslutade ett ..." was recorded
      Then the answer is that there is none
