-- The process with a code.
-- not null: process, kind, title
select process, kind, title from process where code = $code::varchar
