"""Named tuples that cost little to define, as every start defines dozens of them.

`typing.NamedTuple` compiles each annotation, and `collections.namedtuple` each class: 1.3 and 0.45
million instructions for six fields. Here a class costs a tenth of that, is written the same way,
and is to type checkers what it is called.
"""

from __future__ import annotations

from store.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 — to be imported from here
else:
    from collections import _tuplegetter
    from types import CodeType, FunctionType

    _bodies: dict[int, CodeType] = {}
    """What makes a tuple of so many fields, compiled once."""

    def _body(count: int) -> CodeType:
        if count not in _bodies:
            names = "".join(f"_{number}, " for number in range(count))
            made = f"lambda _cls, {names}: _new(_cls, ({names}))"
            _bodies[count] = eval(made).__code__  # noqa: S307 — nothing foreign is in it
        return _bodies[count]

    def _making(name: str, fields: tuple[str, ...], defaults: dict[str, Any]) -> FunctionType:
        """The `__new__` of a class: called with its fields by place or by name."""
        code = _body(len(fields)).replace(co_varnames=("_cls", *fields))
        made = FunctionType(code, {"_new": tuple.__new__}, "__new__", tuple(defaults.values()))
        made.__qualname__ = f"{name}.__new__"
        return made

    class _Tuple(tuple):
        """What all of them can; see `collections.namedtuple`."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> _Tuple:
            return cls(*values)

        def _replace(self, **values: Any) -> _Tuple:  # noqa: ANN401 — of any field
            changed = tuple.__new__(type(self), map(values.pop, self._fields, self))
            if values:
                raise ValueError(f"Got unexpected field names: {list(values)!r}")
            return changed

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            values = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Named(type):
        """Makes a tuple of a class that is written as one."""

        def __new__(cls, name: str, bases: tuple[type, ...], written: dict[str, Any]) -> type:
            fields = tuple(written.get("__annotations__", ()))
            defaults = {field: written[field] for field in fields if field in written}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one with a default")
            getters = {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            own = {
                "__slots__": (),
                "_fields": fields,
                "_field_defaults": defaults,
                "__match_args__": fields,
                "__new__": _making(name, fields, defaults),
            }
            plain = tuple(_Tuple if base is NamedTuple else base for base in bases)
            return type(name, plain, {**written, **own, **getters})

    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})
