-- On what time a budget runs: office hours, working dates, calendar dates, or every hour.
create type clock as enum ('working', 'workday', 'calendar', 'elapsed');
