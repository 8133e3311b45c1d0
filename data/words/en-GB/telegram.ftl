### The menu of commands on Telegram. Each line is what a person reads beside a command. It is also what
### Alongside takes the command for: /plan is the same as writing 'My plan'.

phrase-menu-plan = My plan
phrase-menu-circle = Our plan
phrase-menu-done = I did it
phrase-menu-who = Who can see my things
phrase-menu-person = Talk to a person
phrase-menu-settings = Change how you talk to me
phrase-menu-stop = Stop my reminders
phrase-menu-help = Help
