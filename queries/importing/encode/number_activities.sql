-- Says which activity each written one is.
update written_activity set activity = a.activity
from every_activity a
where a.text = written_activity.text and a.step_ref = written_activity.step_ref
