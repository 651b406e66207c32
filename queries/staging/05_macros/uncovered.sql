-- A difference of W that crosses a date which the calendar does not cover (see calendar_day).
create or replace temp macro crosses_uncovered(difference) as difference >= 1000000000000;
