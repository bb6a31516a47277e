/**
 * The controls of Ant Design that the desk uses as they are. Nothing outside ui/ imports antd: what a screen needs is named here,
 * so that a change of kit is a change of this folder.
 */
export {
  Checkbox,
  DatePicker,
  Drawer,
  Dropdown,
  Input,
  InputNumber,
  Pagination,
  Popover,
  Progress,
  Radio,
  Select,
  Switch,
  Tabs,
  Tooltip,
  Upload,
} from "antd";
