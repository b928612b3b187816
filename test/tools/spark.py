"""Runs the packed command in Spark, as the README of streams says: spark.py ARCHIVE LINES RESULTS. Prints what it counted."""
import os
import sys

from pyspark.sql import SparkSession

archive, source, target = sys.argv[1:]
spark = (
    SparkSession.builder.master("local-cluster[1,2,1024]")
    .config("spark.archives", archive + "#pgm")
    .config("spark.task.maxFailures", "1")
    .config("spark.ui.enabled", "false")
    .getOrCreate()
)
command = (
    "node pgm/package/dist/cli/main.cjs convert --ndjson --quiet --jobs 1 --emit result --omit changes,infos"
    " --set credentials.database=app"
)
lines = spark.sparkContext.textFile(source, 4)


def count(words, **options):
    """How many lines come out; -1 where the job fails."""
    try:
        return lines.pipe(command + words, **options).count()
    except Exception:
        return -1


environment = dict(os.environ)
results = lines.pipe(command + " --fail-on never", env=environment, checkCode=True)
results.saveAsTextFile(target)
print("lines", lines.count(), "results", results.count())
print("without codes", count(" --no-such-flag", env=environment))
print("with codes", count(" --no-such-flag", env=environment, checkCode=True))
for row in spark.read.json(target).groupBy("status").count().orderBy("status").collect():
    print(row["status"], row["count"])
spark.stop()
