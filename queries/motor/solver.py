"""Linear programmes with whole numbers, solved by HiGHS, for as long as there is time."""

import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_WITHIN_ONE = 0.99
"""What is counted is whole: a bound that is closer than one proves the best."""


class Solved(NamedTuple):
    """What was found.

    Parameters
    ----------
    values: of the variables; None where no solution was found.
    bound: no solution is better.
    proven: the values are the best; or it is proven that there are none.
    """

    values: Sequence[float] | None
    bound: float
    proven: bool


class Solver:
    """A programme that grows by rows and can be solved again and again."""

    def __init__(self, tops: Sequence[int], whole: int, seconds: float) -> None:
        """Variables from 0 to these tops, the first of them whole numbers; all solving together may take so long."""
        from highspy import Highs, HighsVarType

        self._until = time.monotonic() + seconds
        self._highs = Highs()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("mip_rel_gap", 0.0), ("mip_abs_gap", _WITHIN_ONE)):
            self._highs.setOptionValue(option, value)
        self._highs.addVars(len(tops), [0.0] * len(tops), [float(top) for top in tops])
        for variable in range(whole):
            self._highs.changeColIntegrality(variable, HighsVarType.kInteger)
        self._variables = list(range(len(tops)))

    def add_row(self, terms: Mapping[int, int], lowest: float, highest: float) -> int:
        """Keep a sum of variables, each so many times, within bounds; returns the number of the row."""
        values = [float(value) for value in terms.values()]
        self._highs.addRow(lowest, highest, len(values), list(terms), values)
        return self._highs.getNumRow() - 1

    def drop_row(self, row: int) -> None:
        """Take a row out."""
        self._highs.deleteRows(1, [row])

    def keep(self, variable: int, lowest: float, highest: float) -> None:
        """Keep a variable within bounds."""
        self._highs.changeColBounds(variable, lowest, highest)

    def best(self, costs: Mapping[int, int], *, most: bool = False, start: Mapping[int, int] | None = None) -> Solved:
        """The solution of the lowest cost, or of the most; ``start`` is one that is known."""
        from highspy import HighsModelStatus, ObjSense, SolutionStatus

        left = self._until - time.monotonic()
        if left <= 0:
            return Solved(None, float("inf" if most else "-inf"), proven=False)
        highs = self._highs
        highs.setOptionValue("time_limit", left)
        highs.changeObjectiveSense(ObjSense.kMaximize if most else ObjSense.kMinimize)
        highs.changeColsCost(len(self._variables), self._variables, [float(costs.get(at, 0)) for at in self._variables])
        if start:
            highs.setSolution(len(start), list(start), [float(value) for value in start.values()])
        highs.run()
        status, info = highs.getModelStatus(), highs.getInfo()
        found = info.primal_solution_status == SolutionStatus.kSolutionStatusFeasible
        return Solved(
            highs.getSolution().col_value if found else None,
            info.mip_dual_bound,
            status in (HighsModelStatus.kOptimal, HighsModelStatus.kInfeasible),
        )
