"""Runs each lesson on PyTorch's tape and compares with what the lesson's program prints.

    lessons_torch.py FOLDER    the folder in which example_l01_one_weight and the others were built

In single precision the training log must be the same letter by letter; elsewhere numbers may differ by 1e-6 of themselves.
Where PyTorch is not installed the script says so; the test then counts as skipped.
"""
import os
import re
import subprocess
import sys

try:
    import torch
except ImportError:
    system = "/usr/bin/python3"  # Debian's package python3-torch belongs to it
    if os.path.exists(system) and not os.environ.get("LESSONS_TORCH_AGAIN"):
        os.environ["LESSONS_TORCH_AGAIN"] = "1"
        os.execv(system, [system] + sys.argv)
    print("skipped: needs PyTorch (Debian: python3-torch)")
    sys.exit(0)

folder = sys.argv[1]
failures = 0
compared = 0


def output_of(program):
    return subprocess.run([os.path.join(folder, "example_" + program)], check=True, capture_output=True, text=True).stdout


def numbers_in(text):
    return [float(n) for n in re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])", text)]


def lines_of(text, start):
    """The last number of each line that begins like this, in order."""
    return [numbers_in(line)[-1] for line in text.splitlines() if line.strip().startswith(start)]


def expect(what, ours, theirs):
    global failures, compared
    ours = list(ours) if isinstance(ours, (list, tuple)) else [ours]
    theirs = theirs.flatten().tolist() if isinstance(theirs, torch.Tensor) else list(theirs)
    compared += len(theirs)
    if len(ours) != len(theirs) or any(not abs(a - b) <= 1e-6 * max(1e-3, abs(b)) for a, b in zip(ours, theirs)):
        failures += 1
        print(f"{what}: the program says {ours}, PyTorch {theirs}")


def tensor(*values, grad=False, dtype=torch.float64):
    return torch.tensor(values if len(values) != 1 else values[0], dtype=dtype, requires_grad=grad)


def one_weight():
    w = tensor(1.0, grad=True)
    prediction = w * 2
    loss = (prediction - 4) ** 2
    loss.backward()
    printed = output_of("l01_one_weight")
    expect("L1 loss", lines_of(printed, "loss ="), [loss.item()])
    expect("L1 gradient", lines_of(printed.split("gradient")[1], "∂loss/∂w"), w.grad)


def weight_and_bias():
    w, b = tensor(1.0, grad=True), tensor(2.0, grad=True)
    loss = (w * 1 + b - 2) ** 2
    loss.backward()
    printed = output_of("l02_weight_and_bias").split("gradient")
    expect("L2 loss", lines_of(printed[0], "loss ="), [loss.item()])
    expect("L2 gradient by w", lines_of(printed[1], "∂loss/∂w"), w.grad)
    expect("L2 gradient by b", lines_of(printed[1], "∂loss/∂b"), b.grad)


def log_of(rate, loss_of):
    """The lesson's program, as it stands, in single precision."""
    lines = []
    w = torch.tensor([1.0], requires_grad=True)
    lines.append(f"predict (before training) 4 {(4 * w).item()}")
    for epoch in range(100):
        for x, y in zip([1.0, 2.0, 3.0], [2.0, 4.0, 6.0]):
            loss = loss_of(x * w, y)
            loss.backward()
            lines.append(f"\tgrad: {x} {y} {w.grad[0].item()}")
            w.data = w.data - rate * w.grad.data
            w.grad.data.zero_()
        lines.append(f"progress: {epoch} {loss[0].item()}")
    lines.append(f"predict (after training) 4 {(4 * w).item()}")
    return lines


def training_log():
    global failures, compared
    for rate in ("0.03", "0.01", "0.05"):
        program = os.path.join(folder, "example_l03_training_log")
        ours = subprocess.run([program, rate], check=True, capture_output=True, text=True).stdout.splitlines()
        for form, loss_of in (("product", lambda p, y: (p - y) * (p - y)), ("square", lambda p, y: (p - y) ** 2)):
            theirs = log_of(float(rate), loss_of)
            compared += len(theirs)
            differing = [k for k, (a, b) in enumerate(zip(ours, theirs)) if a != b]
            if len(ours) != len(theirs) or differing:
                failures += 1
                k = differing[0] if differing else min(len(ours), len(theirs))
                print(f"L3 at {rate}, loss as a {form}: line {k + 1} differs: {ours[k:k + 1]} and {theirs[k:k + 1]}")


def two_steps():
    w = tensor(1.0, grad=True)
    losses, slopes, weights = [], [], []
    for _ in range(2):
        loss = (w * 2 - 4) ** 2
        loss.backward()
        losses.append(loss.item())
        slopes.append(w.grad.item())
        with torch.no_grad():
            w -= 0.1 * w.grad
        w.grad.zero_()
        weights.append(w.item())
    losses.append(((w * 2 - 4) ** 2).item())
    printed = output_of("l04_two_steps")
    expect("L4 losses", lines_of(printed, "loss ="), losses)
    expect("L4 weights", lines_of(printed, "new w"), weights)
    expect("L4 gradients", [g for part in printed.split("gradient")[1:] for g in lines_of(part.split("update")[0], "∂loss/∂w")], slopes)


def mean_loss():
    x = tensor(1.0, 2.0, 3.0)
    loss = (x - 2 * x) ** 2
    expect("L5 items", lines_of(output_of("l05_tensors"), "loss at x"), loss)
    expect("L5 mean", lines_of(output_of("l05_tensors"), "mean loss in one pass"), [loss.mean().item()])


def network():
    x, y = tensor(0.5, 0.3), tensor(0.23, -0.07)
    w = tensor(0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8, grad=True)

    def loss_of():
        h1, h2 = torch.sigmoid(w[0] * x[0] + w[2] * x[1]), torch.sigmoid(w[1] * x[0] + w[3] * x[1])
        o1, o2 = torch.sigmoid(w[4] * h1 + w[6] * h2), torch.sigmoid(w[5] * h1 + w[7] * h2)
        return 0.5 * (o1 - y[0]) ** 2 + 0.5 * (o2 - y[1]) ** 2

    losses = []
    for step in range(1000):
        loss = loss_of()
        loss.backward()
        losses.append(loss.item())
        if step == 0:
            first = w.grad.clone()
        with torch.no_grad():
            w -= w.grad
        w.grad.zero_()
    losses.append(loss_of().item())
    compact = output_of("l06_network_compact")
    expect("L6 loss, compact", lines_of(compact, "loss 0"), [losses[0]])
    expect("L6 gradient, compact", [numbers_in(line)[0] for line in compact.splitlines() if line.startswith("  ")], first)
    expect("L6 loss after 1 step", lines_of(compact, "loss after 1 step"), [losses[1]])
    expect("L6 loss after 1000 steps", lines_of(compact, "loss after 1000"), [losses[1000]])
    named = output_of("l06_network_named").split("gradient\n")[1]
    expect("L6 gradient, named", [numbers_in(line)[0] for line in named.splitlines() if line.strip().startswith("= ")], first)
    by_weight = output_of("l07_sign_question").splitlines()[1:5]
    expect("L7 gradient, four decimals", [numbers_in(line)[0] for line in by_weight], [round(first[k].item(), 4) for k in (0, 1, 2, 3)])


def mean_of_squares():
    x = torch.ones(2, 2, dtype=torch.float64, requires_grad=True)
    out = (3 * (x + 2) ** 2).mean()
    out.backward()
    printed = output_of("l08_mean_of_squares")
    expect("L8 out", lines_of(printed, "out ="), [out.item()])
    expect("L8 gradient", numbers_in("\n".join(printed.split("∂out/∂x")[1].splitlines()[1:3])), x.grad)


def entries():
    original = tensor(2.0, -1.0, 0.5, 3.0, grad=True)
    a = 3 * original / (original - 1)
    a.retain_grad()
    b = (a * a).sum()
    b.backward()
    printed = output_of("l09_entries")
    expect("L9 b", lines_of(printed, "b ="), [b.item()])
    expect("L9 by the new a", numbers_in("\n".join(printed.split("∂b/∂(new a)")[1].splitlines()[1:3])), a.grad)
    expect("L9 by the original", numbers_in("\n".join(printed.split("∂b/∂a")[1].splitlines()[1:3])), original.grad)


def products_with_jacobians():
    x = tensor(0.5, -1.25, 0.75, grad=True)
    y = x * 2
    while y.data.norm() < 1000:
        y = y * 2
    y.backward(tensor(0.1, 1.0, 0.0001))
    printed = output_of("l10_products_with_jacobians").splitlines()
    expect("L10 y", numbers_in(printed[0])[1:], y)
    expect("L10 backward(v)", numbers_in(printed[6].split(":")[1]), x.grad)
    a, b = tensor(2.0, 3.0, grad=True), tensor(6.0, 4.0, grad=True)
    q = 3 * a ** 3 - b ** 2
    q.backward(tensor(1.0, 1.0))
    expect("L10 Q and its gradients", numbers_in(printed[-1]), torch.cat([q, a.grad, b.grad]))


def without_derivatives():
    w = tensor(3.0, grad=True)
    x = tensor(2.0)
    printed = output_of("l11_without_derivatives")
    (w * (w * x)).backward()
    expect("L11 free", lines_of(printed, "w^2*x by w"), w.grad)
    w.grad.zero_()
    (w * (w * x).detach()).backward()
    expect("L11 held", lines_of(printed, "w*stop_gradient"), w.grad)


def quadratic():
    xs, ys = tensor(1.0, 2.0, 3.0), tensor(2.0, 4.0, 6.0)
    printed = output_of("l12_quadratic")
    for point, (x, y, start) in enumerate([(1.0, 2.0, (1.0, 1.0, 1.0)), (2.0, 4.0, (1.0, 1.0, 2.0))]):
        w1, w2, b = (tensor(s, grad=True) for s in start)
        loss = (w1 * x ** 2 + w2 * x + b - y) ** 2
        loss.backward()
        section = printed.split("gradient\n")[point + 1]
        expect("L12 loss", [lines_of(printed, "loss =")[point]], [loss.item()])
        for name, parameter in (("w1", w1), ("w2", w2), ("b", b)):
            expect("L12 gradient by " + name, lines_of(section, "∂loss/∂" + name)[:1], parameter.grad)
    w1, w2, b = tensor(1.0, grad=True), tensor(1.0, grad=True), tensor(1.0, grad=True)
    shown = []
    for epoch in range(10001):
        loss = ((w1 * xs ** 2 + w2 * xs + b - ys) ** 2).mean()
        loss.backward()
        if epoch in (0, 10, 100, 1000, 10000):
            shown.append(round(loss.item(), 6))
        with torch.no_grad():
            for p in (w1, w2, b):
                p -= 0.01 * p.grad
                p.grad.zero_()
    expect("L12 mean losses", lines_of(printed, "epoch"), shown)
    expect("L12 prediction after", lines_of(printed, "prediction of 4 after"), [round((w1 * 16 + w2 * 4 + b).item(), 6)])


for check in (one_weight, weight_and_bias, training_log, two_steps, mean_loss, network, mean_of_squares, entries,
              products_with_jacobians, without_derivatives, quadratic):
    check()
print(f"PyTorch {torch.__version__}: {compared} figures and lines compared, {failures} comparisons failed")
sys.exit(failures != 0)
