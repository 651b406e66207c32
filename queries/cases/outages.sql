-- The outages of an office that touch a stretch of time.
-- params: unit — its code; from, to — local instants
-- rows: one per outage
-- not null: started, ended, reason
select o.started, o.ended, o.reason, o.evidence
from outage o
join unit u on u.unit = o.unit
where u.code = $unit::varchar and o.ended > $from::timestamp and o.started < $to::timestamp
order by o.started
