-- Where a spreadsheet shows the records of a file, as JSON.
-- params: file
-- rows: none or one
select places from import_file where file = $file::integer
