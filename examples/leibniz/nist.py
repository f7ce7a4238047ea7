"""Fits NIST's problems of nonlinear regression by the command and counts the digits that agree with the certified ones:
nist.py PROGRAM FOLDER, where FOLDER has csv/NAME.csv and json/NAME.json. A line for each problem and start; exit code 1 where parameters
have fewer than 6 digits, their standard deviations fewer than 5, or the residual sum of squares fewer than 8."""
import json
import math
import pathlib
import subprocess
import sys


def digits(found, certified):
    """How many agree; as many as NIST prints, 11, count."""
    if found is None:
        return 0.0
    off = abs(found - certified) / abs(certified)
    return 11.0 if off < 1e-11 else max(0.0, -math.log10(off))


def main(program, folder):
    problems = sorted(pathlib.Path(folder, "csv").glob("*.csv"))
    failures = 0
    print("problem    start  parameters  deviations  sum of squares  iterations")
    for data in problems:
        about = json.loads(pathlib.Path(folder, "json", data.stem + ".json").read_text())
        equation = about["response"] + " = " + about["model_formula"].replace("**", "^").replace("pi", "3.141592653589793238462643383279")
        certified = {key: [float(each) for each in about["certified"][key]] for key in ("b", "sd")}
        for start in (1, 2):
            given = ",".join(f"b{k}={value}" for k, value in enumerate(about[f"start{start}"], 1))
            done = subprocess.run([program, "fit", equation, str(data), "--start", given, "--format", "json"], capture_output=True, text=True)
            if done.returncode != 0:
                print(data.stem, start, done.stderr.strip() or "exit code " + str(done.returncode))
                failures += 1
                continue
            found = json.loads(done.stdout)
            values = min(digits(p["value"], b) for p, b in zip(found["parameters"], certified["b"]))
            errors = min(digits(p["standard_error"], sd) for p, sd in zip(found["parameters"], certified["sd"]))
            squares = digits(found["goodness"]["chi_squared"], float(about["certified"]["rss"]))
            # Lanczos1's sum is 1e-25, the square of what rounding leaves of data that have 14 digits.
            exact = data.stem == "Lanczos1"
            enough = values >= 6 and (exact or (errors >= 5 and squares >= 8))
            failures += not enough
            print(f"{data.stem:<12}{start}  {values:12.1f}{errors:12.1f}{squares:16.1f}{found['iterations']:12}{'' if enough else '  too few'}")
    print(len(problems), "problems,", failures, "failures")
    return 1 if failures or len(problems) < 13 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
