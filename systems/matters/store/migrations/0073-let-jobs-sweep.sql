-- Files that were brought and never became part of a matter are removed by the jobs.
grant delete on foundation.files to linli_jobs;
