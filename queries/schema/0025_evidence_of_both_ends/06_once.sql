-- A step that was followed up both while it was open and when it was completed is one.
delete from followed_deviation where rowid not in (select min(rowid) from followed_deviation group by identity);
