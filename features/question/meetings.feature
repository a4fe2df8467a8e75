Feature: Questions about meetings and their minutes

  Background:
    Given it is 2021-01-20
    And the mandate for 2021 is adopted on 2021-01-13

  @Q5 @Se2
  Rule: Which meetings lack submitted minutes, by host and age?

    Scenario: Two of three lack them
      Given "Skövde" is to host a network meeting on 2021-02-12
      And "Lidköping" is to host a network meeting on 2021-03-19
      And "Skara" is to host a network meeting on 2021-05-07
      And it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the meeting of 2021-03-19 is held
      And the meeting of 2021-05-07 is held
      And the minutes of 2021-03-19 are sent in on 2021-04-20
      When it is asked on 2021-06-15 which meetings lack submitted minutes
      Then the answer is
        | municipality | meeting    | days | verdict     | due |
        | Skara        | 2021-05-07 | 39   | outstanding | -   |
        | Skövde       | 2021-02-12 | 123  | outstanding | -   |

    Scenario: The day before they were sent in, they lack
      Given "Lidköping" is to host a network meeting on 2021-03-19
      And it is 2021-06-15
      And the meeting of 2021-03-19 is held
      And the minutes of 2021-03-19 are sent in on 2021-04-20
      When it is asked on 2021-04-19 which meetings lack submitted minutes
      Then the answer is
        | municipality | meeting    | days |
        | Lidköping    | 2021-03-19 | 31   |

    Scenario: A meeting that was not held or was cancelled lacks none
      Given "Skövde" is to host a network meeting on 2021-02-12
      And "Lidköping" is to host a network meeting on 2021-03-19
      And it is 2021-06-15
      And the meeting of 2021-03-19 is cancelled on 2021-03-15
      When it is asked on 2021-06-15 which meetings lack submitted minutes
      Then the answer is that there is none

  @Q6 @M1
  Rule: Will this year's six meetings be reached?

    Scenario: Held, planned, missing, and still possible
      Given the network met on 2021-01-15
      And a network meeting is planned for 2021-02-12
      And a network meeting is planned for 2021-06-11
      And a network meeting is planned for 2021-09-17
      And it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And a network meeting is planned for 2021-11-19
      And the meeting of 2021-09-17 is cancelled on 2021-06-14
      When it is asked on 2021-06-15 whether the meetings of the year will be reached
      Then the answer is
        | asked | held | planned | unaccounted | cancelled | missing | still possible | verdict  |
        | 6     | 2    | 1       | 1           | 1         | 4       | yes            | upcoming |

    Scenario Outline: On the last days of the year
      Given it is 2022-01-31
      And the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11
      When it is asked on <day> whether the meetings of the year will be reached
      Then the answer is
        | held | missing | still possible |
        | 4    | 2       | <possible>     |

      Examples: Two meetings need two days
        | day        | possible |
        | 2021-12-30 | yes      |
        | 2021-12-31 | no       |

    @verdict-fulfilled
    Scenario: Reached
      Given it is 2022-01-31
      And the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11, 2021-09-17, 2021-11-19
      When it is asked on 2021-11-19 whether the meetings of the year will be reached
      Then the answer is
        | held | missing | still possible | verdict   |
        | 6    | 0       | yes            | fulfilled |

  @Q25 @Se2
  Rule: How long do minutes take?

    Scenario: The median and the worst, for the network and for each host
      Given "Skövde" is to host a network meeting on 2021-02-12
      And "Lidköping" is to host a network meeting on 2021-03-19
      And "Skövde" is to host a network meeting on 2021-05-07
      And it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the meeting of 2021-03-19 is held
      And the meeting of 2021-05-07 is held
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      And the minutes of 2021-03-19 are sent in on 2021-04-20
      And the minutes of 2021-05-07 are sent in on 2021-05-12
      When it is asked on 2021-06-15 how long minutes took
      Then the answer is
        | municipality | meetings | median | worst | trend |
        | -            | 3        | 7.0    | 32    | -     |
        | Lidköping    | 1        | 32.0   | 32    | -     |
        | Skövde       | 2        | 6.0    | 7     | -     |

    Scenario: With four meetings there is a trend
      Given it is 2021-12-31
      And the network met on 2021-02-12, 2021-03-19, 2021-05-07, 2021-06-11
      And the minutes of 2021-02-12 are sent in on 2021-02-14
      And the minutes of 2021-03-19 are sent in on 2021-03-23
      And the minutes of 2021-05-07 are sent in on 2021-05-17
      And the minutes of 2021-06-11 are sent in on 2021-06-25
      When it is asked on 2021-12-31 how long minutes took
      Then the answer is
        | municipality | meetings | median | worst | trend |
        | -            | 4        | 7.0    | 14    | 9.0   |

  @Q26 @Se2
  Rule: Which host never sent minutes?

    Scenario: A host that sent them once is not silent
      Given "Skövde" is to host a network meeting on 2021-02-12
      And "Skövde" is to host a network meeting on 2021-03-19
      And "Skara" is to host a network meeting on 2021-05-07
      And it is 2021-06-15
      And the meeting of 2021-02-12 is held
      And the meeting of 2021-03-19 is held
      And the meeting of 2021-05-07 is held
      And the minutes of 2021-02-12 are sent in on 2021-02-19
      When it is asked on 2021-06-15 which hosts never sent in minutes
      Then the answer is
        | municipality | meetings | oldest on  | days |
        | Skara        | 1        | 2021-05-07 | 39   |

  @Q27 @B1
  Rule: What did each municipality host and attend in a year?

    Scenario: Two meetings
      Given "Skövde" is to host a network meeting on 2021-02-12
      And "Vara" is to host a network meeting on 2021-03-19
      And it is 2021-06-15
      And the meeting of 2021-02-12 is held, attended by
        | municipality | expected | present |
        | Skövde       | 2        | 2       |
        | Vara         | 1        | 0       |
      And the meeting of 2021-03-19 is held, attended by
        | municipality | expected | present |
        | Skövde       | 2        | 1       |
        | Vara         | 1        | 1       |
      When it is asked on 2021-06-15 what each municipality hosted and attended
      Then the answer includes
        | municipality | year | hosted | expected | present | rate |
        | Skövde       | 2021 | 1      | 4        | 3       | 0.75 |
        | Vara         | 2021 | 1      | 2        | 1       | 0.5  |
        | Tibro        | 2021 | 0      | 0        | 0       | -    |
