### When somebody may be in danger. Fixed words: calm, no questions, and real phone numbers.
### They go out at once, in this order: believe, 999, what fits, the people here.
### Nothing here may promise that a person reads the chat, or that something happens.

safety-believe = I am sorry that is happening. It is not your fault. You are right to tell.
    .picture = heart
    .alt = A heart
    .simpler = I am sorry. You did nothing wrong. It is good that you said it.

safety-believe-self-harm = I am sorry that you feel so bad. You are right to tell. You do not need to be alone with it.
    .picture = heart
    .alt = A heart
    .simpler = Thank you for saying it. It is good that you told somebody. People can help you.

safety-now = If you are in danger now, call 999.
    .picture = phone
    .alt = A phone
    .simpler = In danger? Call 999. The people there help you at any time.

safety-hurt = Nobody may hurt you. You can call the police on 101. You can tell somebody you trust.
    .picture = phone
    .alt = A phone
    .simpler = It is wrong when somebody hurts you. The police can help. Their number is 101.

safety-touched = Your body is yours. You can call the police on 101. You can tell somebody you trust.
    .picture = phone
    .alt = A phone
    .simpler = You decide who may touch you. The police can help. Their number is 101.

safety-staff = Staff must treat you well. You can call the police on 101. You can tell somebody you trust.
    .picture = phone
    .alt = A phone
    .simpler = It is wrong when staff hurt you. The police can help. Their number is 101.

safety-money = Your money is yours. You can call the police on 101. You can tell somebody you trust.
    .picture = phone
    .alt = A phone
    .simpler = Nobody may take your money. The police can help. Their number is 101.

safety-neglect = You have a right to food, care and help. If you are not well, you can call 111.
    .picture = phone
    .alt = A phone
    .simpler = People who care for you must look after you. For help with your health, call 111.

safety-bullying = Nobody may be bad to you. You can tell somebody you trust. Samaritans listen at any time: call 116 123.
    .picture = phone
    .alt = A phone
    .simpler = It is wrong when people are bad to you. To talk to a person, call 116 123.

safety-online = You can stop the chat. Please do not send money or photos. You can call the police on 101.
    .picture = phone
    .alt = A phone
    .simpler = You do not need to answer them. Keep the messages. The police can help, on 101.

safety-self-harm = You can call Samaritans on 116 123, at any time. For help with mental health, call 111.
    .picture = phone
    .alt = A phone
    .simpler = There are people who listen, day and night. Call 116 123, or call 111.

safety-people = You can also talk to { $names }. The phone number is { $phone }.
    .picture = phone
    .alt = A phone
    .simpler = These people can help you too: { $names }. Call { $phone }.
